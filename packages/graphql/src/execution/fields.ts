import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  TypeNameMetaFieldDef,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
} from 'graphql';

import { entitiesWriter } from './entities.ts';
import type { Field } from './execution.ts';
import { leafWriterOf } from './leaves.ts';
import { writeObject } from './objects.ts';
import { type Selecting, fieldsOf } from './selection.ts';
import { completeOf } from './values.ts';

/** Reads what values of `type` are asked for, and each field only once. What lies below is read when it is reached. */
export const compileFields = (
  selecting: Selecting,
  type: GraphQLObjectType,
  parents: readonly Pick<FieldNode, 'selectionSet'>[],
): readonly Field[] => {
  const sets = parents.flatMap(({ selectionSet }) => selectionSet ?? []);
  return [...fieldsOf(selecting, type, sets)].map(([key, nodes], nth) =>
    compileField(selecting, type, nodes, { key, prefix: `${nth === 0 ? '{' : ','}${JSON.stringify(key)}:` }),
  );
};

const compileField = (
  selecting: Selecting,
  parentType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  named: Pick<Field, 'key' | 'prefix'>,
): Field => {
  const [node] = nodes;
  const definition = node && definitionOf(parentType, node.name.value);
  if (!node || !definition) throw new Error(`a valid document asks "${parentType.name}" for no other field`);
  const { name, type } = definition;
  const leaf = getNullableType(type);
  const fieldsFor = (each: GraphQLObjectType) => compileFields(selecting, each, nodes);
  const complete = completeOf(type, {
    field: () => field,
    fieldsFor,
    writeObject,
  });
  const field: Field = {
    ...named,
    name,
    parentType,
    type,
    nodes,
    isNullable: !isNonNullType(type),
    writeLeaf: isLeafType(leaf) ? leafWriterOf(leaf) : null,
    constant: definition === TypeNameMetaFieldDef ? JSON.stringify(parentType.name) : null,
    resolve: definition.resolve ?? null,
    readArgs: argsReader(definition, node),
    complete,
    run: isEntities(selecting, parentType, name) ? entitiesWriter({ fieldsFor, writeObject }) : null,
  };
  return field;
};

const definitionOf = (type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined => {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  return type.getFields()[name];
};

const isEntities = ({ schema }: Selecting, type: GraphQLObjectType, name: string) =>
  name === '_entities' && type === schema.getQueryType();

const argsReader = (definition: GraphQLField<unknown, unknown>, node: FieldNode): Field['readArgs'] => {
  if (definition.args.length === 0) return null;
  return (variables) => getArgumentValues(definition, node, variables);
};
