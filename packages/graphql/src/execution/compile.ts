import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  isObjectType,
} from 'graphql';

import { type Execution, type Field, type Json, Abandoned, NULL } from './execution.ts';
import { compileFields } from './fields.ts';
import { writeInTurn, writeObject } from './objects.ts';
import { type Selecting, asksForSchema, fragmentsOf, operationOf, switchesOf } from './selection.ts';
import { type Variables, variablesReader } from './variables.ts';

/** What came out: `data` as JSON, and what went wrong. */
export type Outcome = {
  readonly data: Json;
  readonly errors: readonly GraphQLError[];
  /** It was abandoned: whatever is missing, nobody is told. */
  readonly isAbandoned: boolean;
};

export type Run = {
  /** As the document calls the operation; null: it does not. */
  readonly name: string | null;
  readonly outcome: Outcome | Promise<Outcome>;
  /** Nobody waits for it any more: no further resolver is called. Mutations go on: half of one helps nobody. */
  readonly abandon: () => void;
};

/** Runs with the variables as they came; null when they do not fit. */
export type CompiledOperation = (variables: Variables, context: unknown) => Run | null;
type Way = { readonly selecting: Selecting; readonly fields: readonly Field[] };

/** Each doubles the ways in which an operation is compiled: with more of them it is left to graphql-js. */
const MOST_SWITCHES = 6;

/** Whether it is written here at all: types that test their values are left to graphql-js. */
export const isCompilable = (schema: GraphQLSchema): boolean =>
  Object.values(schema.getTypeMap()).every((type) => !isObjectType(type) || !type.isTypeOf);

/**
 * Compiles an operation of a valid document: it does what graphql-js would do, and writes the answer as JSON. Null for
 * what is left to graphql-js: subscriptions, questions about the schema, and documents that are too changeable.
 */
export const compileOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null,
): CompiledOperation | null => {
  const operation = operationOf(document, name);
  const type = operation && schema.getRootType(operation.operation);
  if (!type || operation.operation === OperationTypeNode.SUBSCRIPTION || asksForSchema(document)) return null;
  const switches = switchesOf(document);
  if (switches.length > MOST_SWITCHES) return null;

  const read = variablesReader(schema, operation.variableDefinitions ?? []);
  const wayOf = waysOf({ schema, fragments: fragmentsOf(document), switches: {} }, switches, type, operation);
  return (given, context) => {
    const { coerced: variables } = read(given);
    return variables ? start(operation, wayOf(variables), variables, context) : null;
  };
};

/** What is selected, for each combination of the variables that decide it. */
const waysOf = (
  selecting: Selecting,
  names: readonly string[],
  type: GraphQLObjectType,
  operation: OperationDefinitionNode,
) => {
  const ways = new Map<string, Way>();
  return (variables: Variables): Way => {
    const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = ways.get(key);
    if (known) return known;
    const chosen = { ...selecting, switches: Object.fromEntries(names.map((name) => [name, variables[name]])) };
    const way = { selecting: chosen, fields: compileFields(chosen, type, [operation]) };
    ways.set(key, way);
    return way;
  };
};

const start = (
  operation: OperationDefinitionNode,
  { selecting, fields }: Way,
  variables: Variables,
  context: unknown,
): Run => {
  const execution: Execution = {
    operation,
    selecting,
    context,
    variables,
    args: new Map(),
    errors: [],
    abandoned: false,
  };
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const abandon = () => {
    execution.abandoned = !isMutation;
  };
  return { name: operation.name?.value ?? null, outcome: outcomeOf(fields, execution, isMutation), abandon };
};

const outcomeOf = (fields: readonly Field[], execution: Execution, inTurn: boolean): Run['outcome'] => {
  const done = (data: Json): Outcome => {
    const { errors, abandoned: isAbandoned } = execution;
    return { data, errors, isAbandoned };
  };
  const failed = (error: unknown): Outcome => {
    // Only located errors of fields come so far: what the last of them may not be null is the whole.
    if (!(error instanceof Abandoned)) execution.errors.push(error as GraphQLError);
    return done(NULL);
  };
  try {
    const data = inTurn ? writeInTurn(fields, execution) : writeObject(fields, undefined, undefined, execution);
    return typeof data === 'string' ? done(data) : data.then(done, failed);
  } catch (error) {
    return failed(error);
  }
};
