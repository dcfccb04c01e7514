import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Parent = GraphQLNamedType | null | undefined;
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export const fragmentsIn = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );

/**
 * The coordinates (`Customer.name`) of all fields that a valid operation asks for, each by the type it is written on: a
 * field of an interface is that of the interface.
 */
export const fieldsIn = (
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
  fragments: Fragments,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const seenFragments = new Set<string>();

  const collect = (parent: Parent, { selections }: SelectionSetNode) => {
    for (const each of selections) {
      if (each.kind === Kind.FIELD) field(parent, each);
      else if (each.kind === Kind.INLINE_FRAGMENT) inline(parent, each);
      else spread(each.name.value);
    }
  };
  const field = (parent: Parent, { name: { value: name }, selectionSet: below }: FieldNode) => {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return;
    found.add(`${parent.name}.${name}`);
    const type = parent.getFields()[name]?.type;
    if (type && below) collect(getNamedType(type), below);
  };
  const inline = (
    parent: Parent,
    { typeCondition, selectionSet: below }: Pick<InlineFragmentNode, 'typeCondition' | 'selectionSet'>,
  ) => {
    collect(typeCondition ? schema.getType(typeCondition.name.value) : parent, below);
  };
  const spread = (name: string) => {
    const fragment = fragments[name];
    if (!fragment || seenFragments.has(name)) return;
    seenFragments.add(name);
    inline(null, fragment);
  };

  collect(schema.getRootType(operation), selectionSet);
  return found;
};
