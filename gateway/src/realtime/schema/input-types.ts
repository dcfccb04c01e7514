import {
  type DocumentNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
  Kind,
  print,
} from 'graphql';

/** Every client's; no definition of their own. */
const BUILT_IN = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

type Carried = Extract<
  TypeDefinitionNode,
  { kind: Kind.INPUT_OBJECT_TYPE_DEFINITION | Kind.ENUM_TYPE_DEFINITION | Kind.SCALAR_TYPE_DEFINITION }
>;

/**
 * The SDL of an input type with all that it is made of, by name, as its owner defines it. Whole copies: where two
 * subgraphs define an input, composition keeps only what both have.
 */
export const inputTypesOf = (owner: DocumentNode, root: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const visit = (name: string) => {
    if (BUILT_IN.has(name) || found.has(name)) return;
    const definition = owner.definitions.find((each): each is Carried => isInput(each) && each.name.value === name);
    if (!definition) return;
    found.set(name, print(bare(definition)));
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) for (const each of namesIn(definition)) visit(each);
  };
  visit(root);
  return found;
};

const isInput = (node: { readonly kind: Kind }): node is Carried =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.ENUM_TYPE_DEFINITION ||
  node.kind === Kind.SCALAR_TYPE_DEFINITION;

const namesIn = ({ fields = [] }: InputObjectTypeDefinitionNode) => fields.map(({ type }) => nameOf(type));

export const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** Directives are the owner's to apply: they compose from there. Only a deprecation must not disagree. */
const bare = (definition: Carried): Carried => {
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    return { ...definition, directives: [], fields: (definition.fields ?? []).map(bareValue) };
  }
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) return { ...definition, directives: [] };
  return { ...definition, directives: [], values: (definition.values ?? []).map(bareValue) };
};

const bareValue = <Node extends Pick<InputValueDefinitionNode, 'directives'>>(node: Node): Node => ({
  ...node,
  directives: (node.directives ?? []).filter(({ name }) => name.value === 'deprecated'),
});
