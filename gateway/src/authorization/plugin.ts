import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

import type { RequestContext } from '../request-context.ts';
import { fragmentsIn } from './operation-fields.ts';
import { refuserOf } from './refusals.ts';
import type { Requirements } from './requirements.ts';

/** What an API key must be for. A person's sign-in is for all that the person may do. */
const KEY_SCOPES = { query: 'crm:read', mutation: 'crm:write', subscription: 'crm:read' } as const;

/**
 * Settles what of an operation is refused before it is planned, and tells the executor by the request's context.
 * `requirements` gives those of the supergraph being served: it changes.
 */
export const authorization = (requirements: () => Requirements): ApolloServerPlugin<RequestContext> => {
  const refusers = new WeakMap<Requirements, ReturnType<typeof refuserOf>>();
  const refuser = (of: Requirements) => {
    const known = refusers.get(of) ?? refuserOf(of);
    refusers.set(of, known);
    return known;
  };

  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ contextValue, schema, operation, document }) => {
          const { identity } = contextValue;
          // Its type allows for none; without one the request has been refused by now.
          if (!operation) throw new Error('no operation');
          const scope = KEY_SCOPES[operation.operation];
          if (identity?.apiKey && !identity.scopes.includes(scope)) throw keyIsNotFor(scope);
          contextValue.refusals = refuser(requirements())(identity, schema, operation, fragmentsIn(document));
          return Promise.resolve();
        },
      }),
  };
};

const keyIsNotFor = (scope: string) =>
  new GraphQLError(`This API key does not allow it: it lacks the scope ${scope}.`, {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });
