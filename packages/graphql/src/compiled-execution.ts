import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  extendSchema,
  getVariableValues,
  parse,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
type Variables = ReturnType<typeof getVariableValues>;
type Compiled = {
  readonly run: CompiledQuery['query'];
  readonly read: (variables: Readonly<Record<string, unknown>>) => Variables;
};

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
  const compile = compilerOf(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ queryHash, document, operation, request, contextValue, response }) => {
          const query = compile(`${String(queryHash)}:${operation.name?.value ?? ''}`, document, operation);
          if (!query) return null;
          const variables = query.read(request.variables ?? {});
          const result = variables.coerced
            ? await query.run(undefined, contextValue, variables.coerced)
            : { errors: variables.errors };
          const format: FormatError = variables.coerced
            ? formatError
            : (told, error) => formatError(asMistake(told), error);
          return { ...response, body: { kind: 'single', singleResult: formatted(result, format) } };
        },
      }),
  };
};

/** A scalar that takes every value as it is. */
const AS_IS = 'VariableThatWasRead';

/**
 * Compiles each document once. Variables are read by graphql-js, and handed to the compiled operation as they are:
 * the compiler's own reading never ends for an input type that contains itself, as every filter does, and knows no
 * defaults inside input objects (graphql-jit 0.8.9).
 */
const compilerOf = (schema: GraphQLSchema) => {
  const compiled = new LRUCache<string, Compiled | false>({ max: COMPILED_DOCUMENTS });
  const compilable = extendSchema(schema, parse(`scalar ${AS_IS}`));
  return (key: string, document: DocumentNode, operation: OperationDefinitionNode) => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const result = compileQuery(compilable, withVariablesAsTheyAre(document), operation.name?.value, {
      disableLeafSerialization: false,
    });
    const query = isCompiledQuery(result) && {
      run: result.query,
      read: (given: Readonly<Record<string, unknown>>) =>
        getVariableValues(schema, operation.variableDefinitions ?? [], given),
    };
    compiled.set(key, query);
    return query;
  };
};

const withVariablesAsTheyAre = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable }) => ({
      kind,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: AS_IS } },
    }),
  });

/** Apollo formats only the errors of its own execution. */
const formatted = ({ data, errors }: ExecutionResult, formatError: FormatError) => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
});

/** A variable that does not fit is the client's mistake. */
const asMistake = (told: GraphQLFormattedError): GraphQLFormattedError => ({
  ...told,
  extensions: { code: 'BAD_USER_INPUT' },
});
