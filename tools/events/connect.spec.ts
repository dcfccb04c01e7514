import { contractStateV1, customerCreatedV1, customerStateV1, employeeStateV1, roleStateV1 } from '@crm/contracts';

import { sinkOf } from './connect.ts';

const settingsOf = (text: string | null) =>
  new Map(
    (text ?? '').split('\n').map((line): [string, string] => [line.split('=')[0] ?? '', line.replace(/^.*?=/, '')]),
  );

type Row = {
  readonly fields: readonly { readonly field: string; readonly type: string; readonly optional: boolean }[];
};
// Written by the generator, as JSON.
const rowOf = (text: string | null) => JSON.parse(settingsOf(text).get('value.converter.schema.content') ?? '') as Row;

describe('what Kafka Connect is told of a state topic', () => {
  it('is the table, and each column with its type and whether it may be empty', () => {
    const sink = sinkOf(customerStateV1);
    expect(settingsOf(sink).get('topics')).toBe(customerStateV1.topic);
    expect(settingsOf(sink).get('collection.name.format')).toBe('customer_customer');
    const { fields } = rowOf(sink);
    expect(fields.map(({ field }) => field)).toEqual([
      ...['eventId', 'tenantId', 'aggregateId', 'aggregateVersion', 'occurredAt'],
      ...Object.keys(customerStateV1.data.shape),
    ]);
    expect(fields).toContainEqual({ field: 'aggregateVersion', type: 'int64', optional: false });
    expect(fields).toContainEqual({ field: 'city', type: 'string', optional: true });
    expect(fields).toContainEqual({ field: 'isDeleted', type: 'boolean', optional: false });
  });

  it('has lists, and amounts with their currency beside them', () => {
    expect(rowOf(sinkOf(employeeStateV1)).fields).toContainEqual(
      expect.objectContaining({ field: 'roles', type: 'array' }),
    );
    expect(settingsOf(sinkOf(contractStateV1)).get('transforms.flat.delimiter')).toBe('_');
  });

  it('is nothing for facts, and for rows without a fixed set of columns', () => {
    expect([sinkOf(customerCreatedV1), sinkOf(roleStateV1)]).toEqual([null, null]);
  });
});
