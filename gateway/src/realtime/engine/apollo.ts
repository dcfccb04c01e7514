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
    return { data: data ?? null, errors };
  };
