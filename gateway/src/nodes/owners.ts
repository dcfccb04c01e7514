import { type ConstDirectiveNode, type DocumentNode, Kind, parse } from 'graphql';

import { NODES_URL } from './sdl.ts';

/** Which subgraph to ask whether something of a type exists. */
export type NodeOwners = ReadonlyMap<string, string>;

/**
 * Reads from a supergraph who owns each type that its own `nodes` subgraph can find; empty when it has none (a
 * stranger's supergraph). The owner is the subgraph that says the type implements Node and can be asked for it by its key:
 * others may refer to one where any Node may stand.
 */
export const nodeOwnersOf = (supergraph: string): NodeOwners => {
  const document = parse(supergraph, { noLocation: true });
  const graphs = graphsOf(document);
  const ours = [...graphs].find(([, { url }]) => url === NODES_URL)?.[0];
  if (!ours) return new Map();
  return new Map(
    document.definitions
      .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
      .flatMap(({ name, directives }) => {
        const claims = argumentsOf(directives, 'join__implements').filter((each) => each.interface === 'Node');
        const keys = argumentsOf(directives, 'join__type').filter(
          ({ key, resolvable }) => key && resolvable !== 'false',
        );
        const owner = claims.find((claim) => keys.some(({ graph }) => graph === claim.graph))?.graph;
        const isFindable = owner !== undefined && claims.some(({ graph }) => graph === ours);
        return isFindable ? [[name.value, graphs.get(owner)?.name ?? ''] as const] : [];
      }),
  );
};

const graphsOf = (document: DocumentNode) =>
  new Map(
    document.definitions
      .filter((each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph')
      .flatMap((each) => ('values' in each ? (each.values ?? []) : []))
      .map(({ name, directives }) => {
        const [found] = argumentsOf(directives, 'join__graph');
        return [name.value, { name: found?.name ?? '', url: found?.url ?? '' }] as const;
      }),
  );

/** The textual arguments of each use of a directive. */
const argumentsOf = (directives: readonly ConstDirectiveNode[] = [], name: string) =>
  directives
    .filter((each) => each.name.value === name)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(
        given.map((each): [string, string] => [each.name.value, 'value' in each.value ? String(each.value.value) : '']),
      ),
    );
