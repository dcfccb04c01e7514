import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

import { defaultsFiller } from './variable-defaults.ts';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

type Compiled = { readonly run: CompiledQuery['query']; readonly fill: ReturnType<typeof defaultsFiller> };

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
  const compiled = new LRUCache<string, Compiled | false>({ max: COMPILED_DOCUMENTS });
  const compile = (key: string, document: DocumentNode, operationName: string | undefined) => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const result = compileQuery(schema, document, operationName, { disableLeafSerialization: false });
    const query = isCompiledQuery(result) && {
      run: result.query,
      fill: defaultsFiller(schema, document, operationName),
    };
    compiled.set(key, query);
    return query;
  };

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ queryHash, document, operationName, request, contextValue, response }) => {
          const query = compile(`${String(queryHash)}:${operationName ?? ''}`, document, operationName ?? undefined);
          if (!query) return null;
          const result = await query.run(undefined, contextValue, query.fill(request.variables ?? {}));
          return { ...response, body: { kind: 'single', singleResult: formatted(result, formatError) } };
        },
      }),
  };
};

/** Apollo formats only the errors of its own execution. */
const formatted = ({ data, errors }: ExecutionResult, formatError: FormatError) => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map((error) => formatError(coded(error), error)) }),
});

/** A variable that does not fit is the client's mistake: without any data there was no execution. */
const coded = (error: GraphQLError): GraphQLFormattedError => {
  const plain = error.toJSON();
  const isOfVariable = !error.originalError && error.message.startsWith('Variable "$');
  return isOfVariable ? { ...plain, extensions: { code: 'BAD_USER_INPUT' } } : plain;
};
