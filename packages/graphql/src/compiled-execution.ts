import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Different documents in use at a time; each costs some tens of kilobytes. */
const COMPILED_DOCUMENTS = 500;

/**
 * Executes operations as compiled functions instead of walking the document for every request: five to six times less
 * CPU for lists of entities. What cannot be compiled is executed as usual.
 */
export const compiledExecution = <Context extends BaseContext>(
  schema: GraphQLSchema,
  formatError: FormatError,
): ApolloServerPlugin<Context> => {
  const compiled = new LRUCache<string, CompiledQuery | false>({ max: COMPILED_DOCUMENTS });
  const compile = (key: string, document: DocumentNode, operationName: string | undefined) => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const result = compileQuery(schema, document, operationName, { disableLeafSerialization: false });
    const query = isCompiledQuery(result) && result;
    compiled.set(key, query);
    return query;
  };

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ queryHash, document, operationName, request, contextValue, response }) => {
          const query = compile(`${queryHash}:${operationName ?? ''}`, document, operationName ?? undefined);
          if (!query) return null;
          const result = await query.query(undefined, contextValue, request.variables);
          return { ...response, body: { kind: 'single', singleResult: formatted(result, formatError) } };
        },
      }),
  };
};

/** Apollo formats only the errors of its own execution. */
const formatted = ({ data, errors }: ExecutionResult, formatError: FormatError) => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
});
