import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import { type Json, isInherited } from './json.ts';
import { type Write, leafWriter, writeJson } from './leaves.ts';
import { type Operation, type Refusal, INTROSPECTION, apartIn, refusalOf } from './operation.ts';
import { type Occurrence, type Selected, type WithFields, collectFields, definitionOf } from './shape.ts';
import { type Field, type Fields, type Shape, writeList, writeObject } from './write-object.ts';
import { type Translate, type Writing, report } from './writing.ts';

/** Where answers of introspection wait for the writer: no field has such a name. */
export const introspected = (key: string) => `\u0000${key}`;

/** Writes the JSON of `data`; false, and nothing written, when all of it is empty. */
export type Project = (data: Json, writing: Writing) => boolean;

/**
 * Compiles how an answer is written, in one pass, straight to JSON: which values, under which names, and what a missing
 * value empties. What a type needs is compiled when an object of it first turns up.
 */
export const compileProjection = (operation: Operation): Project => {
  const selected = [{ set: operation.node.selectionSet, parent: operation.root }];
  return writeObject(compileShape(operation, operation.root, selected));
};

type FindableShape = Shape & { readonly find: (source: string) => Field | undefined };

const compileShape = (operation: Operation, type: GraphQLCompositeType, selected: Selected): FindableShape => {
  const { schema } = operation;
  const known = new Map<string, Fields | null>();
  const fieldsFor = (name: string) => {
    let fields = known.get(name);
    if (fields !== undefined) return fields;
    const exact = typeNamed(schema, type, name);
    fields = exact && compileFields(operation, exact, selected);
    // Names come from subgraphs: only those that exist are worth keeping.
    if (fields) known.set(name, fields);
    return fields;
  };
  return {
    type: type.name,
    fieldsOf: isObjectType(type)
      ? () => fieldsFor(type.name)
      : ({ __typename: name }) => fieldsFor(typeof name === 'string' ? name : type.name),
    find: (source) => {
      const names = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
      return names.map((name) => fieldsFor(name)?.bySource.get(source)).find((field) => field !== undefined);
    },
  };
};

/**
 * The type that an object says it has, if it can be at this place. An interface stands for itself: a subgraph that
 * knows an interface as an object says no more, and then nothing that tells the difference was asked for.
 */
const typeNamed = (schema: GraphQLSchema, place: GraphQLCompositeType, name: string): WithFields | null => {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  return type === place || (isAbstractType(place) && schema.isSubType(place, type)) ? type : null;
};

const compileFields = (operation: Operation, type: WithFields, selected: Selected): Fields => {
  const occurrences = collectFields(operation, type, selected);
  const list = [...occurrences].map(([key, found], index) => {
    const lead = Buffer.from(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    return { key, lead, ...compileField(operation, type, key, found) };
  });
  return { list, bySource: new Map(list.map((field) => [field.source, field])) };
};

type Compiled = Omit<Field, 'key' | 'lead'>;

const compileField = (
  operation: Operation,
  type: WithFields,
  key: string,
  occurrences: readonly Occurrence[],
): Compiled => {
  const node = occurrences[0]?.node;
  if (!node) throw new Error(`No field of the operation is answered as ${key}`);
  const name = node.name.value;
  if (INTROSPECTION.has(name)) return introspection(key, name);
  const coordinate = `${type.name}.${name}`;
  const refusal = [type, ...occurrences.map(({ parent }) => parent)]
    .map((each) => refusalOf(operation, each.name, name))
    .find((each) => each !== undefined);
  if (name === '__typename') {
    return {
      ...CONSTANT,
      coordinate,
      source: name,
      isNonNull: true,
      write: refusal ? refuse(refusal) : typename(type),
    };
  }
  const definition = definitionOf(type, name);
  const source = operation.nameOf(definition, node, apartIn(operation, type, definition.type, node));
  const isNonNull = isNonNullType(definition.type);
  if (refusal) return { ...CONSTANT, coordinate, source, isNonNull, write: refuse(refusal) };
  const sets = occurrences.flatMap(({ node: { selectionSet } }) => selectionSet ?? []);
  const value = compileValue(operation, definition.type, coordinate, sets);
  return { coordinate, source, isNonNull, isInherited: isInherited(source), isConstant: false, ...value };
};

const UNCHANGED: Translate = (rest) => rest;
const CONSTANT = { isInherited: false, isConstant: true, translate: UNCHANGED } as const;

/** The answer of the schema itself was made before and is written as it is. */
const introspection = (key: string, coordinate: string): Compiled => {
  const source = introspected(key);
  return { ...CONSTANT, coordinate, source, isNonNull: false, isConstant: false, write: writeJson };
};

const typename = (type: WithFields): Write => {
  if (isObjectType(type)) {
    const name = Buffer.from(JSON.stringify(type.name));
    return (_, { out }) => {
      out.bytes(name);
      return true;
    };
  }
  return (_, writing) => {
    report(writing, `Nobody said which ${type.name} this is.`);
    return false;
  };
};

const refuse =
  ({ code, message }: Refusal): Write =>
  (_, writing) => {
    report(writing, message, { code });
    return false;
  };

type Value = Pick<Field, 'write' | 'translate'>;

const compileValue = (
  operation: Operation,
  type: GraphQLOutputType,
  coordinate: string,
  sets: readonly SelectionSetNode[],
): Value => {
  if (isNonNullType(type)) return compileValue(operation, type.ofType, coordinate, sets);
  if (isListType(type)) {
    const item: GraphQLOutputType = type.ofType;
    const { write, translate } = compileValue(operation, item, coordinate, sets);
    return { write: writeList({ write, isNonNull: isNonNullType(item), coordinate, translate }), translate };
  }
  if (isLeafType(type)) return { write: leafWriter(type), translate: UNCHANGED };
  const shape = compileShape(
    operation,
    type,
    sets.map((set) => ({ set, parent: type })),
  );
  return { write: writeObject(shape), translate: translateBelow(shape) };
};

/** Follows a path of fetched names as far as the client asked, in the client's names. */
const translateBelow =
  (shape: FindableShape): Translate =>
  (rest) => {
    const at = rest.findIndex((each) => typeof each === 'string');
    if (at < 0) return rest;
    const field = shape.find(String(rest[at]));
    const upTo = rest.slice(0, at);
    return field ? [...upTo, field.key, ...field.translate(rest.slice(at + 1))] : upTo;
  };
