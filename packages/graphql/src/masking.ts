import { randomUUID } from 'node:crypto';

import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Errors whose words are meant for the client. Everything else may tell what is inside, and is masked. */
const FOR_CLIENTS = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);

/** Replaces what went wrong inside by a reference under which the log tells it. */
export const maskErrors =
  (log: (reference: string, error: unknown) => void, newReference: () => string = randomUUID) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    const where = {
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
    };
    if (typeof code === 'string' && FOR_CLIENTS.has(code)) {
      return { message: formatted.message, ...where, extensions: { code } };
    }
    const reference = newReference();
    log(reference, error instanceof GraphQLError ? (error.originalError ?? error) : error);
    return { message: 'Internal error', ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
  };
