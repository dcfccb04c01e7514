import { contactStateV1, contactUpdatedV1 } from '@crm/contracts';

import { isOldRow, mayBePersonal } from './erased.ts';

const recordOf = (promise: { readonly type: string; readonly topic: string }, value: unknown) => ({
  topic: promise.topic,
  value: value === null ? null : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  headers: { ce_type: promise.type },
});
const envelope = {
  eventId: '0199a3c0-7e1f-7f01-8a2b-3f9d5e6a7b8c',
  tenantId: '0199a3c0-7e1f-7f03-8a2b-3f9d5e6a7b8c',
  aggregateId: contactStateV1.example.id,
  aggregateVersion: 2,
  occurredAt: '2026-11-22T09:30:00.000Z',
};

describe('what may hold a value of a person', () => {
  it('is every row, and not the tombstone that ends it', () => {
    expect(mayBePersonal(recordOf(contactStateV1, contactStateV1.example))).toBe(true);
    expect(mayBePersonal(recordOf(contactStateV1, null))).toBe(false);
  });

  it('is no fact that says what it promises, with its envelope or without', () => {
    expect(mayBePersonal(recordOf(contactUpdatedV1, { ...envelope, ...contactUpdatedV1.example }))).toBe(false);
    expect(mayBePersonal(recordOf(contactUpdatedV1, contactUpdatedV1.example))).toBe(false);
  });

  it('is a fact that says more than it promises, or that cannot be read', () => {
    const { example } = contactUpdatedV1;
    expect(mayBePersonal(recordOf(contactUpdatedV1, { ...example, name: 'Li Wei' }))).toBe(true);
    expect(mayBePersonal(recordOf(contactUpdatedV1, { ...example, customerId: 'Li Wei' }))).toBe(true);
    expect(mayBePersonal(recordOf(contactUpdatedV1, '{"name": "Li Wei'))).toBe(true);
    expect(mayBePersonal(recordOf(contactUpdatedV1, '"Li Wei"'))).toBe(true);
  });

  it('is whatever nobody has made a promise about', () => {
    const unknown = { type: 'somebody.thing-changed.v1', topic: contactUpdatedV1.topic };
    expect(mayBePersonal(recordOf(unknown, {}))).toBe(true);
    expect(mayBePersonal({ ...recordOf(contactUpdatedV1, {}), headers: {} })).toBe(true);
  });
});

describe('what is passed by when the topics of an erased person are read again', () => {
  it('is what was said of him before, and neither his end nor what happened to him', () => {
    expect(isOldRow(recordOf(contactStateV1, contactStateV1.example))).toBe(true);
    expect(isOldRow(recordOf(contactStateV1, null))).toBe(false);
    expect(isOldRow(recordOf(contactUpdatedV1, contactUpdatedV1.example))).toBe(false);
  });
});
