import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  isAbstractType,
  typeFromAST,
  visit,
} from 'graphql';

/** Values of the variables that decide what is selected. */
export type Switches = Readonly<Record<string, unknown>>;
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What reading a selection takes. */
export type Selecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly switches: Switches;
};

/**
 * The fields that a value of `type` is asked for, by the name they have in the answer; those of one name belong
 * together. In the order of the specification (CollectFields), which is the order of the answer.
 */
export const fieldsOf = (
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> => {
  const found = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = (selections: readonly SelectionNode[]) => {
    for (const each of selections) {
      if (!isSelected(each.directives, selecting.switches)) continue;
      if (each.kind === Kind.FIELD) add(found, each);
      else collect(withinFragment(selecting, type, each, visited));
    }
  };
  for (const { selections } of sets) collect(selections);
  return found;
};

const add = (found: Map<string, FieldNode[]>, node: FieldNode) => {
  const key = node.alias?.value ?? node.name.value;
  const nodes = found.get(key);
  if (nodes) nodes.push(node);
  else found.set(key, [node]);
};

type FragmentNode = Exclude<SelectionNode, FieldNode>;

const withinFragment = (
  { schema, fragments }: Selecting,
  type: GraphQLObjectType,
  node: FragmentNode,
  visited: Set<string>,
): readonly SelectionNode[] => {
  if (node.kind === Kind.INLINE_FRAGMENT) return fits(schema, type, node) ? node.selectionSet.selections : [];
  if (visited.has(node.name.value)) return [];
  visited.add(node.name.value);
  const fragment = fragments[node.name.value];
  return fragment && fits(schema, type, fragment) ? fragment.selectionSet.selections : [];
};

const fits = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  { typeCondition }: Pick<FragmentDefinitionNode, 'typeCondition'> | { readonly typeCondition?: undefined },
) => {
  if (!typeCondition) return true;
  const wanted = typeFromAST(schema, typeCondition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
};

const isSelected = (directives: readonly DirectiveNode[] = [], switches: Switches) =>
  directives.every((directive) => {
    if (directive.name.value === GraphQLSkipDirective.name) return !isOn(directive, switches);
    return directive.name.value !== GraphQLIncludeDirective.name || isOn(directive, switches);
  });

/** `if` is the only argument of either. */
const isOn = ({ arguments: given }: DirectiveNode, switches: Switches) => {
  const value = given?.[0]?.value;
  if (value?.kind === Kind.VARIABLE) return switches[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
};

/** Variables on which `@skip` or `@include` of this document depend. */
export const switchesOf = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

/** Whether anything here asks for the schema itself. */
export const asksForSchema = (document: DocumentNode): boolean => {
  let does = false;
  visit(document, {
    Field: ({ name }) => {
      does ||= name.value === SchemaMetaFieldDef.name || name.value === TypeMetaFieldDef.name;
    },
  });
  return does;
};

/** The operation that is meant; null when it cannot be told. */
export const operationOf = ({ definitions }: DocumentNode, name: string | null): OperationDefinitionNode | null => {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (name === null) return operations.length === 1 ? (operations[0] ?? null) : null;
  return operations.find((each) => each.name?.value === name) ?? null;
};

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
