import { createHash } from 'node:crypto';

import { type Contract, ENVELOPE_SCHEMA, dataSchemaOf, isState } from '@crm/contracts';
import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

/** What was released of one event type: its shapes, the oldest first. */
export const RELEASED = z.object({
  type: z.string(),
  topic: z.string(),
  versions: z.array(z.object({ schema: z.record(z.string(), z.unknown()) })),
});
export type Released = z.infer<typeof RELEASED>;

export type RegisteredSchema = { readonly id: number; readonly schema: string };

/** The shapes of one kind of message, the oldest first: the place counted from one is the version. */
export type Subject = { readonly name: string; readonly schemas: readonly RegisteredSchema[] };

/** A state topic has one kind of message; on a fact topic each kind is a subject (`TopicRecordNameStrategy`). */
export const subjectName = ({ topic, type }: Pick<Contract, 'topic' | 'type'>): string =>
  isState({ topic }) ? `${topic}-value` : `${topic}-${type}`;

/** Released shapes, and today's where it has not been released yet. Throws when two shapes would share an id. */
export const subjectsOf = (contracts: readonly Contract[], released: readonly Released[]): readonly Subject[] => {
  const subjects = contracts.map((contract) => {
    const before = released.find(({ type }) => type === contract.type)?.versions ?? [];
    const today = dataSchemaOf(contract);
    const texts = [...before.map(({ schema }) => schema), today].map((schema) => textOf(contract.type, schema));
    return {
      name: subjectName(contract),
      schemas: [...new Set(texts)].map((schema) => ({ id: idOf(schema), schema })),
    };
  });
  refuseSharedIds(subjects);
  return subjects.toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** Adds what the relay writes into each value beside the data. */
const textOf = (title: string, { $schema, properties, required, ...rest }: Schema): string =>
  JSON.stringify({
    $schema,
    title,
    ...rest,
    properties: { ...ENVELOPE_SCHEMA.properties, ...(properties ?? {}) },
    required: [...ENVELOPE_SCHEMA.required, ...(Array.isArray(required) ? required.map(String) : [])],
  });

/** By content: the same on every machine and for ever, whatever else is registered. A positive 32-bit integer. */
const idOf = (schema: string): number => createHash('sha256').update(schema).digest().readUInt32BE(0) >>> 1 || 1;

const refuseSharedIds = (subjects: readonly Subject[]) => {
  const byId = new Map<number, string>();
  for (const { id, schema } of subjects.flatMap(({ schemas }) => schemas)) {
    if ((byId.get(id) ?? schema) !== schema) throw new RangeError(`Two schemas have the id ${String(id)}`);
    byId.set(id, schema);
  }
};
