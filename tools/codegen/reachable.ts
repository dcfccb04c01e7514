import { type DocumentNode, Kind, type TypeDefinitionNode, visit } from 'graphql';

/**
 * The types that can be met starting from a service's own: shared types that it never uses stay out of its schema.
 * Whoever uses an interface gets its implementations too, since any of them may be the answer.
 */
export const reachable = (own: ReadonlySet<string>, types: readonly TypeDefinitionNode[]): TypeDefinitionNode[] => {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const reached = new Set<string>();
  const waiting = [...own];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = byName.get(name);
    if (!type || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...mentionedBy(type), ...implementationsOf(type, types));
  }
  return types.filter((type) => reached.has(type.name.value));
};

const mentionedBy = (type: TypeDefinitionNode) => {
  const names: string[] = [];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [type] };
  visit(document, { NamedType: (node) => void names.push(node.name.value) });
  return names;
};

const implementationsOf = (type: TypeDefinitionNode, types: readonly TypeDefinitionNode[]) => {
  if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return types.filter((other) => implement(other, type.name.value)).map((other) => other.name.value);
};

/** Objects alone can be the answer: an interface that implements another comes with the objects that have it. */
const implement = (type: TypeDefinitionNode, wanted: string) =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && (type.interfaces ?? []).some(({ name }) => name.value === wanted);
