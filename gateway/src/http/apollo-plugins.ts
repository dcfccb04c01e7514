import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';

import type { Gate } from '../limits/gate.ts';
import type { RequestContext } from '../request-context.ts';
import { withoutSuggestion } from './suggestions.ts';

/** What the door needs of @apollo/server: the schema's changes, and the last look at an answer. */
export const doorPlugins = (gate: Gate, introspection: boolean): readonly ApolloServerPlugin<RequestContext>[] => [
  {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => {
          if (coreSupergraphSdl !== undefined) gate.schemaChanged(coreSupergraphSdl, apiSchema);
        },
      }),
  },
  {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          reportCost(request);
          if (!introspection) withoutSuggestions(request);
          return Promise.resolve();
        },
      }),
  },
];

type Request = GraphQLRequestContextWillSendResponse<RequestContext>;

const reportCost = ({ response: { body }, contextValue: { costReport } }: Request) => {
  if (!costReport || body.kind !== 'single') return;
  body.singleResult.extensions = { ...body.singleResult.extensions, cost: costReport };
};

const withoutSuggestions = ({ response: { body } }: Request) => {
  if (body.kind !== 'single' || !body.singleResult.errors) return;
  body.singleResult.errors = body.singleResult.errors.map(withoutSuggestion);
};
