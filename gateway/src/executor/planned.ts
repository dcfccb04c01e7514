import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type SelectionNode,
  type SelectionSetNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';

import { type Operation, INTROSPECTION, apartIn, isIncluded, refusalOf, typeOn } from './operation.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The document to plan in place of the client's: every value under its canonical name, without what is refused and
 * without what the gateway answers by itself. Null when nothing is left to fetch.
 */
export const plannedDocument = (operation: Operation): DocumentNode | null => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const set = plannedSet(operation.node.selectionSet, operation.root, { operation, fragments });
  if (set.selections.every((each) => each === TYPENAME)) return null;
  const node = { ...operation.node, directives: [], selectionSet: set };
  return { kind: Kind.DOCUMENT, definitions: [node, ...fragments.values()] };
};

type Planning = { readonly operation: Operation; readonly fragments: Map<string, FragmentDefinitionNode> };

const plannedSet = (set: SelectionSetNode, parent: GraphQLCompositeType, planning: Planning): SelectionSetNode => {
  const selections = set.selections.flatMap((each) => plannedSelection(each, parent, planning));
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
};

const plannedSelection = (
  node: SelectionNode,
  parent: GraphQLCompositeType,
  planning: Planning,
): readonly SelectionNode[] => {
  if (!isIncluded(planning.operation, node)) return [];
  if (node.kind === Kind.FIELD) return plannedField(node, parent, planning);
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const type = typeOn(planning.operation.schema, node.typeCondition, parent);
    return [{ ...node, directives: [], selectionSet: plannedSet(node.selectionSet, type, planning) }];
  }
  takeFragment(node.name.value, parent, planning);
  return [{ ...node, directives: [] }];
};

const takeFragment = (name: string, parent: GraphQLCompositeType, planning: Planning) => {
  const { operation, fragments } = planning;
  const fragment = operation.fragments.get(name);
  if (!fragment || fragments.has(name)) return;
  // Holds its place: nothing is planned twice, however often it is spread.
  fragments.set(name, fragment);
  const type = typeOn(operation.schema, fragment.typeCondition, parent);
  const selectionSet = plannedSet(fragment.selectionSet, type, planning);
  fragments.set(name, { ...fragment, directives: [], selectionSet });
};

const plannedField = (node: FieldNode, parent: GraphQLCompositeType, planning: Planning): readonly SelectionNode[] => {
  const { operation } = planning;
  const name = node.name.value;
  if (INTROSPECTION.has(name)) return [];
  if (name === '__typename') return parent === operation.root ? [] : [TYPENAME];
  if (refusalOf(operation, parent.name, name)) return [];
  const field = canonicalField(node, parent, planning);
  return isAbstractType(parent) ? whereAllowed(field, name, parent.name, operation) : [field];
};

const canonicalField = (node: FieldNode, parent: GraphQLCompositeType, planning: Planning): FieldNode => {
  const { operation } = planning;
  const isWithFields = parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType;
  const definition = isWithFields ? parent.getFields()[node.name.value] : undefined;
  if (!definition) throw new Error(`The graph has no field ${parent.name}.${node.name.value}`);
  const name = operation.nameOf(definition, node, apartIn(operation, parent, definition.type, node));
  const type = getNamedType(definition.type);
  return {
    kind: Kind.FIELD,
    name: node.name,
    ...(name !== definition.name && { alias: { kind: Kind.NAME, value: name } }),
    ...(node.arguments && { arguments: node.arguments }),
    ...(node.selectionSet && isCompositeType(type) && { selectionSet: plannedSet(node.selectionSet, type, planning) }),
  };
};

/** Where some objects of an interface refuse the field, it is asked of the others by name. */
const whereAllowed = (
  field: FieldNode,
  name: string,
  parent: string,
  operation: Operation,
): readonly SelectionNode[] => {
  const type = operation.schema.getType(parent);
  if (!operation.refusals || !isAbstractType(type)) return [field];
  const objects = operation.schema.getPossibleTypes(type);
  const allowed = objects.filter((each) => !refusalOf(operation, each.name, name));
  if (allowed.length === objects.length) return [field];
  return allowed.map((each) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: each.name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }));
};
