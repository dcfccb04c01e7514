import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionSetNode,
  Kind,
  isAbstractType,
} from 'graphql';

import { type Operation, isIncluded, typeOn } from './operation.ts';

/** Selections that an answer's objects are written by: those of all fields that share a response name. */
export type Selected = readonly { readonly set: SelectionSetNode; readonly parent: GraphQLCompositeType }[];

/** What a field is written from: every place of the operation that gives it the same response name. */
export type Occurrence = { readonly node: FieldNode; readonly parent: GraphQLCompositeType };

export type WithFields = GraphQLObjectType | GraphQLInterfaceType;

/**
 * The fields of objects of one type, by response name, in the client's order. The type is an interface when nobody
 * could say more of an object than that.
 */
export const collectFields = (operation: Operation, type: WithFields, selected: Selected) => {
  const found = new Map<string, readonly Occurrence[]>();
  const spread = new Set<string>();

  const collect = (set: SelectionSetNode, parent: GraphQLCompositeType) => {
    for (const each of set.selections) {
      if (!isIncluded(operation, each)) continue;
      if (each.kind === Kind.FIELD) {
        const key = (each.alias ?? each.name).value;
        found.set(key, [...(found.get(key) ?? []), { node: each, parent }]);
      } else collectFragment(each.kind === Kind.INLINE_FRAGMENT ? each : takeOnce(each.name.value), parent);
    }
  };
  const collectFragment = (
    fragment: InlineFragmentNode | FragmentDefinitionNode | undefined,
    parent: GraphQLCompositeType,
  ) => {
    if (!fragment) return;
    const about = typeOn(operation.schema, fragment.typeCondition, parent);
    if (isAbout(about, type)) collect(fragment.selectionSet, about);
  };
  const takeOnce = (name: string) => {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return operation.fragments.get(name);
  };
  const isAbout = (about: GraphQLCompositeType, what: WithFields) =>
    about === what || (isAbstractType(about) && operation.schema.isSubType(about, what));

  for (const { set, parent } of selected) collect(set, parent);
  return found;
};

export const definitionOf = (type: WithFields, name: string): GraphQLField<unknown, unknown> => {
  const definition = type.getFields()[name];
  if (!definition) throw new Error(`The graph has no field ${type.name}.${name}`);
  return definition;
};
