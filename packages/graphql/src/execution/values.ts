import {
  type GraphQLAbstractType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  defaultTypeResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import {
  type Complete,
  type Execution,
  type Field,
  type Json,
  NULL,
  type Place,
  isPromise,
  nullFor,
  placeIn,
} from './execution.ts';
import { leafWriterOf } from './leaves.ts';
import { ResolveInfo } from './resolve-info.ts';

/** The fields that a value of some type is asked for; read when the first such value comes. */
export type FieldsFor = (type: GraphQLObjectType) => readonly Field[];
export type WriteObject = (
  fields: readonly Field[],
  source: unknown,
  place: Place,
  execution: Execution,
) => Json | Promise<Json>;

export type ObjectWriting = { readonly fieldsFor: FieldsFor; readonly writeObject: WriteObject };
type Writing = ObjectWriting & { readonly field: () => Field };

/** Writes values of a type as they are asked for. */
export const completeOf = (type: GraphQLOutputType, writing: Writing): Complete => {
  if (isNonNullType(type)) {
    const inner = present(type.ofType, writing);
    return (value, place, execution) => {
      if (value === null || value === undefined) throw new Error(missing(writing.field()));
      return inner(value, place, execution);
    };
  }
  const inner = present(type, writing);
  return (value, place, execution) => (value === null || value === undefined ? NULL : inner(value, place, execution));
};

const missing = ({ parentType, name }: Field) =>
  `Cannot return null for non-nullable field ${parentType.name}.${name}.`;

/** Writes what is there. */
const present = (type: GraphQLOutputType, writing: Writing): Complete => {
  const complete = byKind(type, writing);
  return (value, place, execution) => {
    if (value instanceof Error) throw value;
    return complete(value, place, execution);
  };
};

const byKind = (type: GraphQLOutputType, writing: Writing): Complete => {
  if (isLeafType(type)) return leafWriterOf(type);
  if (isListType(type)) return listOf(type, writing);
  if (isAbstractType(type)) return abstractOf(type, writing);
  return objectOf(type, writing);
};

/** What is asked for is read when the first value comes: often none does. */
export const objectOf = (type: GraphQLObjectType, { fieldsFor, writeObject }: ObjectWriting): Complete => {
  let fields: readonly Field[] | null = null;
  return (value, place, execution) => writeObject((fields ??= fieldsFor(type)), value, place, execution);
};

const listOf = (type: GraphQLList<GraphQLOutputType>, writing: Writing): Complete => {
  const complete = completeOf(type.ofType, writing);
  const isNullable = !isNonNullType(type.ofType);
  const item = (value: unknown, place: Place, execution: Execution): Json | Promise<Json> =>
    settled(value, { field: writing.field(), isNullable, complete, place, execution });
  return (value, place, execution) => {
    if (!isIterable(value)) {
      const { parentType, name } = writing.field();
      throw new Error(`Expected Iterable, but did not find one for field "${parentType.name}.${name}".`);
    }
    return listed([...value], (each, nth) => item(each, placeIn(place, nth, undefined), execution));
  };
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** Parts of a text that is being written, some of which may have to be waited for. */
export type Parts = (Json | Promise<Json>)[];

/** Writes a list, its parts side by side. */
export const listed = <Item>(
  items: readonly Item[],
  write: (item: Item, nth: number) => Json | Promise<Json>,
): Json | Promise<Json> => {
  const parts: Parts = [];
  try {
    for (const [nth, each] of items.entries()) parts.push(write(each, nth));
  } catch (error) {
    return afterAll(parts, error);
  }
  return joined(parts, (all) => `[${all.join(',')}]`);
};

/** The text when all its parts are there; at once when they are. */
export const joined = (parts: Parts, join: (all: readonly Json[]) => Json): Json | Promise<Json> =>
  isThere(parts) ? join(parts) : Promise.all(parts.map((each) => Promise.resolve(each))).then(join);

const isThere = (parts: Parts): parts is Json[] => parts.every((each) => typeof each === 'string');

/** An error is told when all that was begun beside it has come to its end: what else fails is told as well. */
export const afterAll = (parts: Parts, error: unknown): Promise<never> => {
  if (isThere(parts)) throw error;
  return Promise.allSettled(parts.map((each) => Promise.resolve(each))).then(() => {
    throw error;
  });
};

type Spot = {
  readonly field: Field;
  readonly isNullable: boolean;
  readonly complete: Complete;
  readonly place: Place;
  readonly execution: Execution;
};

/** Writes what a resolver gave, now or later; where null may stand for it, an error goes no further. */
export const settled = (value: unknown, spot: Spot): Json | Promise<Json> => {
  if (!isPromise(value)) return written(value, spot);
  return Promise.resolve(value).then(
    (later) => written(later, spot),
    (error: unknown) => failed(error, spot),
  );
};

const failed = (error: unknown, { isNullable, field, place, execution }: Spot) =>
  nullFor(error, isNullable, field, place, execution);

const written = (value: unknown, spot: Spot): Json | Promise<Json> => {
  try {
    const json = spot.complete(value, spot.place, spot.execution);
    return typeof json === 'string' ? json : json.catch((error: unknown) => failed(error, spot));
  } catch (error) {
    return failed(error, spot);
  }
};

const abstractOf = (type: GraphQLAbstractType, { field, fieldsFor, writeObject }: Writing): Complete => {
  const known = new Map<unknown, readonly Field[]>();
  const write = (name: unknown, value: unknown, place: Place, execution: Execution) => {
    const fields = known.get(name) ?? fieldsFor(concrete(type, name, execution));
    known.set(name, fields);
    return writeObject(fields, value, place, execution);
  };
  return (value, place, execution) => {
    const info = new ResolveInfo(field(), execution, parentOf(place));
    const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, execution.context, info, type);
    if (!isPromise(name)) return write(name, value, place, execution);
    return Promise.resolve(name).then((later) => write(later, value, place, execution));
  };
};

/** Where the object is whose field this is: a list in between is no object. */
const parentOf = (place: Place): Place | undefined => {
  let each = place;
  while (typeof each.key === 'number' && each.prev) each = each.prev;
  return each.prev;
};

const concrete = (type: GraphQLAbstractType, name: unknown, { selecting: { schema } }: Execution) => {
  const found = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isObjectType(found) || !schema.isSubType(type, found)) {
    throw new Error(`"${String(name)}" is no type that a "${type.name}" can be.`);
  }
  return found;
};
