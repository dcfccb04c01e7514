import {
  type ConstDirectiveNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type ValueNode,
  Kind,
  parse,
} from 'graphql';

/** The subgraph inside the gateway that answers `node` and `nodes`. */
export const NODES_SUBGRAPH = 'nodes';
/** Not an address anybody can call: tells our own `nodes` from a stranger's subgraph of that name. */
export const NODES_URL = 'local://nodes';

export type SubgraphSdl = { readonly name: string; readonly sdl: string };
export type NodeType = { readonly type: string; readonly owner: string };

/**
 * The types that `node(id)` can find, each with the subgraph that says it `implements Node` and resolves it by `id`.
 * A type that several subgraphs claim is listed once for each.
 */
export const nodeTypesOf = (subgraphs: readonly SubgraphSdl[]): readonly NodeType[] =>
  subgraphs
    .flatMap(({ name, sdl }) =>
      objectTypesOf(sdl)
        .filter(isNodeEntity)
        .map((each) => ({ type: each.name.value, owner: name })),
    )
    .filter((each, index, all) => all.findIndex((other) => same(each, other)) === index)
    .sort((a, b) => a.type.localeCompare(b.type));

/** The SDL of the `nodes` subgraph; null when nothing is a Node. */
export const nodesSdl = (types: readonly string[]): string | null =>
  types.length === 0
    ? null
    : `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n\n${nodesTypes(types)}`;

/** The types of the `nodes` subgraph alone: what its resolver runs on. */
export const nodesTypes = (types: readonly string[]) =>
  [
    // Without a description: its owners describe it.
    'interface Node {\n  id: ID!\n}',
    `type Query {
  "Whatever this id identifies; null when it does not exist or you may not see it."
  node(id: ID!): Node
  "The same for up to 100 ids, in their order."
  nodes(ids: [ID!]!): [Node]!
}`,
    ...types.map((type) => `type ${type} implements Node @key(fields: "id", resolvable: false) {\n  id: ID!\n}`),
  ].join('\n\n') + '\n';

const objectTypesOf = (sdl: string) =>
  parse(sdl, { noLocation: true }).definitions.filter(
    (each): each is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.OBJECT_TYPE_EXTENSION,
  );

const isNodeEntity = ({ interfaces = [], directives = [] }: ObjectTypeDefinitionNode | ObjectTypeExtensionNode) =>
  interfaces.some(({ name }) => name.value === 'Node') && directives.some(isResolvableIdKey);

const isResolvableIdKey = ({ name, arguments: given = [] }: ConstDirectiveNode) => {
  if (name.value !== 'key' && name.value !== 'federation__key') return false;
  const says = (wanted: string, text: string) =>
    given.some(({ name: argument, value }) => argument.value === wanted && textOf(value) === text);
  return says('fields', 'id') && !says('resolvable', 'false');
};

const textOf = (value: ValueNode) => ('value' in value ? String(value.value).trim() : '');

const same = (a: NodeType, b: NodeType) => a.type === b.type && a.owner === b.owner;
