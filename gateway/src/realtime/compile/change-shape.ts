import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
export type Values = Readonly<Record<string, unknown>>;

/** The fields of a selection set under their response keys, in order, with the nodes that ask for each. */
export type Fields = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>;

/**
 * What a selection on an object type asks for.
 * https://spec.graphql.org/September2025/#CollectFields()
 */
export const fieldsOf = (sets: readonly SelectionSetNode[], fragments: Fragments, variables: Values): Fields => {
  const found = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  const collect = (selection: SelectionNode): void => {
    if (!isIncluded(selection, variables)) return;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const earlier = found.get(key);
      if (earlier) earlier.push(selection);
      else found.set(key, [selection]);
      return;
    }
    for (const each of inside(selection, fragments, visited)) collect(each);
  };
  for (const { selections } of sets) for (const each of selections) collect(each);
  return found;
};

/** Validation has seen to it that fragments fit the type. */
const inside = (
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: Fragments,
  visited: Set<string>,
): readonly SelectionNode[] => {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections;
  const name = selection.name.value;
  if (visited.has(name)) return [];
  visited.add(name);
  return fragments.get(name)?.selectionSet.selections ?? [];
};

const isIncluded = (node: { readonly directives?: readonly DirectiveNode[] | undefined }, variables: Values) => {
  const skip = getDirectiveValues(GraphQLSkipDirective, { directives: node.directives ?? [] }, { ...variables });
  const include = getDirectiveValues(GraphQLIncludeDirective, { directives: node.directives ?? [] }, { ...variables });
  return skip?.if !== true && include?.if !== false;
};
