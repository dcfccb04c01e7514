import type { GraphQLFormattedError } from 'graphql';

/** A GraphQL error as a subgraph sent it. */
export type SubgraphError = GraphQLFormattedError;

const INTERNAL = 'INTERNAL_SERVER_ERROR';
/** A part of the graph, or the issuer, did not answer. */
export const UNAVAILABLE = 'SERVICE_UNAVAILABLE';

/**
 * Codes by which a subgraph means "this should not have happened": a bug there, or a gateway and a subgraph that
 * disagree about schema or trust. None of them is the client's business.
 */
const UNEXPECTED = new Set<unknown>([
  undefined,
  INTERNAL,
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
]);
/** Extensions that tell about our insides. */
const INSIDES = ['response', 'serviceName', 'stacktrace', 'stack', 'exception', 'service'] as const;

/** True when the one who sent the error did not mean it for a client. */
export const isUnexpected = ({ extensions }: GraphQLFormattedError) => UNEXPECTED.has(extensions?.code);

/** True for what `internalError` made. */
export const isMasked = ({ message, extensions }: GraphQLFormattedError) =>
  message === MASKED && extensions?.code === INTERNAL && typeof extensions.reference === 'string';

const MASKED = 'Internal error';

/** The error a client sees in place of an unexpected one. `reference` is found in the log beside the truth. */
export const internalError = (
  reference: string,
  at: Pick<GraphQLFormattedError, 'path' | 'locations'> = {},
): GraphQLFormattedError => ({
  message: MASKED,
  ...placeOf(at),
  extensions: { code: INTERNAL, reference },
});

/** The error a client sees where a part of the graph did not answer. */
export const unavailableError = (reference: string): GraphQLFormattedError => ({
  message: 'This part of the answer is not available at the moment',
  extensions: { code: UNAVAILABLE, reference },
});

/** The same error without whatever tells about our insides. */
export const withoutInsides = (error: GraphQLFormattedError): GraphQLFormattedError => {
  const extensions = { ...error.extensions };
  for (const key of INSIDES) Reflect.deleteProperty(extensions, key);
  return { message: error.message, ...placeOf(error), extensions };
};

const placeOf = ({ path, locations }: Pick<GraphQLFormattedError, 'path' | 'locations'>) => ({
  ...(path && { path }),
  ...(locations && { locations }),
});
