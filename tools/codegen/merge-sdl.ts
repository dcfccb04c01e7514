import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
} from 'graphql';

const DEFINITION_OF = {
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
} as const;

type Part = TypeDefinitionNode | TypeExtensionNode;

/** What a type may consist of, whichever kind it is. */
type Members = {
  readonly directives?: readonly ConstDirectiveNode[];
  readonly interfaces?: readonly { readonly name: { readonly value: string } }[];
  readonly fields?: readonly Pick<FieldDefinitionNode, 'name'>[];
  readonly values?: readonly { readonly name: { readonly value: string } }[];
  readonly types?: readonly { readonly name: { readonly value: string } }[];
};

const MEMBERS = ['directives', 'interfaces', 'fields', 'values', 'types'] as const;

/** All parts of each type as one definition, sorted by name: the same schema prints the same however it is spread. */
export const mergeParts = (definitions: readonly DefinitionNode[]): readonly TypeDefinitionNode[] => {
  const parts = new Map<string, Part[]>();
  for (const part of definitions.filter(isPart)) {
    parts.set(part.name.value, [...(parts.get(part.name.value) ?? []), part]);
  }
  return [...parts.keys()].sort().flatMap((name) => {
    const merged = mergeType(name, parts.get(name) ?? []);
    return isEmptyRoot(merged) ? [] : [merged];
  });
};

const isPart = (node: DefinitionNode): node is Part => isTypeDefinitionNode(node) || isTypeExtensionNode(node);

const mergeType = (name: string, parts: readonly Part[]): TypeDefinitionNode => {
  const kinds = new Set(parts.map(kindOf));
  if (kinds.size > 1) throw new Error(`${name} is declared as ${[...kinds].join(' and as ')}.`);

  const described = parts.find((part) => 'description' in part && part.description);
  const merged = { ...(described ?? parts[0]), kind: kindOf(parts[0]) };
  for (const member of MEMBERS) {
    // The parts are of one kind, checked above, so they have the same members.
    const all = parts.flatMap((part) => (part as Members)[member] ?? []);
    if (all.length > 0) Object.assign(merged, { [member]: all });
    refuseRepeats(name, member, all);
  }
  // A merged part has the kind of a definition and the members of all parts of that kind.
  return merged as TypeDefinitionNode;
};

const kindOf = (part: Part | undefined) => {
  if (!part) throw new Error('A type without parts.');
  return isTypeExtensionNode(part) ? DEFINITION_OF[part.kind] : part.kind;
};

const refuseRepeats = (type: string, member: string, all: readonly { name: { value: string } }[]) => {
  if (member === 'directives') return;
  const names = all.map((one) => one.name.value);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`${type}.${twice} is declared twice.`);
};

const isEmptyRoot = (type: TypeDefinitionNode) =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && (type.fields ?? []).length === 0;
