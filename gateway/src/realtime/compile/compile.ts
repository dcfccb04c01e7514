import { type Result, accept } from '@crm/kernel';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Refused } from '../refused.ts';
import type { ChangeFields } from '../schema/fields.ts';
import type { Compiled } from './compiled.ts';
import { readSubscription } from './document.ts';
import { compileMany } from './many.ts';
import { compileOne } from './one.ts';
import { compileReceived } from './received.ts';

export type Graph = { readonly schema: GraphQLSchema; readonly fields: ChangeFields };
export type Compile = (query: string, operationName: string | undefined) => Result<Compiled, Refused>;

const COMPILED_BY = { one: compileOne, many: compileMany, received: compileReceived } as const;

const REMEMBERED = 500;
const REMEMBERED_CHARACTERS = 1_000_000;

/** Compiles subscriptions for one state of the graph; those that were valid are remembered. */
export const createCompile = (graph: Graph): Compile => {
  const known = new LRUCache<string, Compiled>({
    max: REMEMBERED,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  });
  return (query, operationName) => {
    const key = `${operationName ?? ''}\n${query}`;
    const earlier = known.get(key);
    if (earlier) return accept(earlier);
    const subscription = readSubscription(graph, query, operationName);
    if (!subscription.ok) return subscription;
    const compiled = COMPILED_BY[subscription.value.field.watches](graph.schema, subscription.value);
    known.set(key, compiled);
    return accept(compiled);
  };
};
