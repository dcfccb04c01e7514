import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLSchema, GraphQLError } from 'graphql';

import type { RequestContext } from '../request-context.ts';

/** Tells of each new state of the graph, and turns away subscriptions that came where answers come once. */
export const realtimePlugin = (
  onSchema: (schema: GraphQLSchema, supergraph: string) => void,
): ApolloServerPlugin<RequestContext> => ({
  serverWillStart: () =>
    Promise.resolve({
      schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => {
        if (coreSupergraphSdl !== undefined) onSchema(apiSchema, coreSupergraphSdl);
      },
    }),
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== 'subscription') return Promise.resolve();
        throw new GraphQLError(
          'Subscribe over WebSocket (graphql-transport-ws), or with the header "accept: text/event-stream".',
          { extensions: { code: 'SUBSCRIPTION_TRANSPORT', http: { status: 400 } } },
        );
      },
    }),
});
