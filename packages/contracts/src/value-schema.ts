import { z } from 'zod';

import { type Contract, ENVELOPE_FIELDS } from './contract.ts';

const uuid = (description: string) => ({ type: 'string', format: 'uuid', description });

const PROPERTIES = {
  eventId: uuid('The same for a message that comes twice.'),
  tenantId: uuid('The company it belongs to.'),
  aggregateId: uuid('What it happened to; also the key of the message.'),
  aggregateVersion: { type: 'integer', description: 'Counts 1, 2, 3 … per aggregate: tells a gap and a repeat.' },
  occurredAt: { type: 'string', format: 'date-time', description: 'When it happened, in UTC.' },
} as const satisfies Record<(typeof ENVELOPE_FIELDS)[number], object>;

/** JSON Schema of what every value carries beside the data of its contract. */
export const ENVELOPE_SCHEMA = { type: 'object', properties: PROPERTIES, required: ENVELOPE_FIELDS } as const;

const EXAMPLE_ID = '0199a3c0-7e1f-7000-8a2b-3f9d5e6a7b8c';

/** A value as it is on the topic, made of the contract's example. */
export const exampleValueOf = ({ example }: Pick<Contract, 'example'>) => ({
  eventId: EXAMPLE_ID,
  tenantId: EXAMPLE_ID,
  aggregateId: EXAMPLE_ID,
  aggregateVersion: 1,
  occurredAt: '2026-11-22T09:30:00.000Z',
  ...example,
});

/** JSON Schema of a contract's data, open to fields that a reader does not know: a newer writer may send them. */
export const dataSchemaOf = (
  { data }: Pick<Contract, 'data'>,
  target: 'draft-2020-12' | 'draft-7' = 'draft-2020-12',
): z.core.JSONSchema.BaseSchema => {
  // What is beside the schema serves zod alone.
  const { '~standard': _zod, ...schema } = z.toJSONSchema(data, { target, io: 'input', unrepresentable: 'any' });
  return schema;
};
