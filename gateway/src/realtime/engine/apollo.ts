import { randomUUID } from 'node:crypto';

import type { ApolloServer } from '@apollo/server';

import type { RequestContext } from '../../request-context.ts';
import type { Resolve } from './resolve.ts';

/** Asks the graph as a client's query would: planned, limited and authorised in the very same way. */
export const resolveBy =
  (apollo: ApolloServer<RequestContext>): Resolve =>
  async ({ query, variables }, { person, forwarded }, traceparent) => {
    const requestId = randomUUID();
    const contextValue: RequestContext = {
      requestId,
      identity: person && { ...person, requestId, traceparent },
      forwarded: { ...forwarded, ...(traceparent !== null && { traceparent }) },
    };
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') throw new TypeError('A query is answered at once');
    const { data, errors } = body.singleResult;
    return { data: plain(data), errors };
  };

type Data = Readonly<Record<string, unknown>> | null;

/** The executor may give data that are JSON already: like a Date, they say what they are when they are written. */
const plain = (data: Data | undefined): Data => {
  if (!data || typeof data.toJSON !== 'function') return data ?? null;
  const { toJSON } = data;
  // The members of an answer.
  return Reflect.apply(toJSON, data, []) as Data;
};
