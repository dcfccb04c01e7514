import {
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
  locatedError,
} from 'graphql';

import type { Selecting } from './selection.ts';

/** A part of an answer as JSON. */
export type Json = string;
export const NULL: Json = 'null';

/** Where in an answer: innermost first, as graphql-js gives it to resolvers. */
export type Place = GraphQLResolveInfo['path'];

/** One run of an operation: what all its resolvers share. */
export type Execution = {
  readonly operation: OperationDefinitionNode;
  readonly selecting: Selecting;
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** By field: read when first needed, then the same for every parent. */
  readonly args: Map<Field, Args>;
  readonly errors: GraphQLError[];
  /** Nobody waits for the answer any more: no further resolver is called. */
  abandoned: boolean;
};

export type Args = Readonly<Record<string, unknown>>;
export type Resolve = (source: unknown, args: Args, context: unknown, info: GraphQLResolveInfo) => unknown;
/** Writes a value; throws what makes it impossible, for the nearest field that may be null. */
export type Complete = (value: unknown, place: Place, execution: Execution) => Json | Promise<Json>;

/** A field of a selection, read once. */
export type Field = {
  /** `"name":` with what stands before it. */
  readonly prefix: string;
  readonly key: string;
  readonly name: string;
  readonly parentType: GraphQLObjectType;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly isNullable: boolean;
  /** Writes a value that is there, when the type is a leaf. */
  readonly writeLeaf: ((value: unknown) => Json) | null;
  /** Writes the same whatever comes: `__typename`. */
  readonly constant: Json | null;
  /** Null: a property of the source. */
  readonly resolve: Resolve | null;
  readonly readArgs: ((variables: Args) => Args) | null;
  readonly complete: Complete;
  /** Does all by itself; null: not this time. */
  readonly run: ((field: Field, execution: Execution) => Json | Promise<Json> | null) | null;
};

const NO_ARGS: Args = Object.freeze({});

export const argsOf = (field: Field, { args, variables }: Execution): Args => {
  if (!field.readArgs) return NO_ARGS;
  const known = args.get(field);
  if (known) return known;
  const read = field.readArgs(variables);
  args.set(field, read);
  return read;
};

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

export const placeIn = (prev: Place | undefined, key: string | number, typename: string | undefined): Place => ({
  prev,
  key,
  typename,
});

export const pathOf = (place: Place): (string | number)[] => {
  const path: (string | number)[] = [];
  for (let each: Place | undefined = place; each; each = each.prev) path.push(each.key);
  return path.reverse();
};

/** Nobody waits for the answer any more: no mistake of a field, and nobody is to be told of it. */
export class Abandoned extends Error {
  constructor() {
    super('Nobody waits for the answer any more.');
  }
}

/** Tells of an error where null may stand in its place; else hands it on to where it may. */
export const nullFor = (
  error: unknown,
  isNullable: boolean,
  { nodes }: Field,
  place: Place,
  { errors }: Execution,
): Json => {
  if (error instanceof Abandoned) {
    if (!isNullable) throw error;
    return NULL;
  }
  const located = locatedError(error, nodes, pathOf(place));
  if (!isNullable) throw located;
  errors.push(located);
  return NULL;
};
