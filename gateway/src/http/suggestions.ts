import type { GraphQLFormattedError } from 'graphql';

const SUGGESTION = / ?Did you mean .*$/s;
const SUGGESTING = new Set<unknown>([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  // Of a subscription that is no longer valid: it says why.
  'SCHEMA_CHANGED',
]);

/** Who may not read the schema is not helped to guess it. Errors with a path are the services' own words. */
export const withoutSuggestion = (error: GraphQLFormattedError): GraphQLFormattedError => {
  const { path, message, extensions = {} } = error;
  if (path !== undefined || !SUGGESTING.has(extensions.code)) return error;
  const { reason } = extensions;
  return {
    ...error,
    message: message.replace(SUGGESTION, ''),
    extensions: { ...extensions, ...(typeof reason === 'string' && { reason: reason.replace(SUGGESTION, '') }) },
  };
};
