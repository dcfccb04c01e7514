import type { ApolloServerPlugin } from '@apollo/server';

import type { RequestContext } from '../request-context.ts';
import type { Corpus } from './corpus.ts';

/** Records what is really executed: whatever was refused before does not bind a new supergraph. */
export const recording = (corpus: Pick<Corpus, 'record'>): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      executionDidStart: ({ source, queryHash, operationName }) => {
        corpus.record(queryHash, { document: source, operationName });
        return Promise.resolve();
      },
    }),
});
