import { type Contract, dataSchemaOf } from '@crm/contracts';
import { z } from 'zod';

import { type JsonSchema, incompatibilities } from './schema-changes.ts';

/** Every shape in which an event of one type was ever released, oldest first, each with its sample. */
export type ReleasedEvent = {
  readonly type: string;
  readonly topic: string;
  readonly versions: readonly { readonly schema: JsonSchema; readonly example: unknown }[];
};

/** What breaks for readers or writers that know any released version; empty when all get along. */
export const brokenPromises = (released: ReleasedEvent, contract: Contract | undefined): readonly string[] => {
  if (!contract) return ['is announced no more: its readers wait for ever'];
  const moved = released.topic === contract.topic ? [] : [`moved from ${released.topic} to ${contract.topic}`];
  const now = dataSchemaOf(contract);
  const changes = released.versions.flatMap(({ schema, example }) => [
    ...incompatibilities(schema, now),
    ...samplesRefused(schema, example, contract),
  ]);
  return [...new Set([...moved, ...changes])];
};

/** Rules can overlook what a sample shows: the old one must read today, today's must read with what was released. */
const samplesRefused = (schema: JsonSchema, example: unknown, contract: Contract): readonly string[] => {
  const today = contract.data.safeParse(example).success;
  const then = z.fromJSONSchema(schema).safeParse(contract.example).success;
  return [
    ...(today ? [] : ['a released sample cannot be read any more']),
    ...(then ? [] : ['today’s sample cannot be read by those who know a released version']),
  ];
};

/** The contract as released from now on: a new version only when its shape changed. */
export const released = (contract: Contract, before: ReleasedEvent | null): ReleasedEvent => {
  const schema = dataSchemaOf(contract);
  const versions = before?.versions ?? [];
  const isKnown = JSON.stringify(versions.at(-1)?.schema) === JSON.stringify(schema);
  return {
    type: contract.type,
    topic: contract.topic,
    versions: isKnown ? versions : [...versions, { schema, example: contract.example }],
  };
};
