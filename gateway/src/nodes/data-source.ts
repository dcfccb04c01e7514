import type { GraphQLDataSource } from '@apollo/gateway';
import { typeOfId } from '@crm/kernel';
import DataLoader from 'dataloader';
import { type GraphQLSchema, GraphQLError, buildSchema, execute, parse } from 'graphql';

import type { RequestContext } from '../request-context.ts';
import { type SubgraphResponse, response } from '../subgraphs/http-data-source.ts';
import type { NodeOwners } from './owners.ts';
import { nodesTypes } from './sdl.ts';

type Options = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
type Found = { readonly __typename: string; readonly id: string };
type Loader = DataLoader<string, Found | null>;

/** The graph as it is right now: it changes when a new supergraph is taken. */
export type NodesGraph = {
  readonly owners: () => NodeOwners;
  readonly subgraph: (name: string) => GraphQLDataSource<RequestContext> | undefined;
};

const MOST_IDS = 100;
const EXISTS = 'query($representations:[_Any!]!){_entities(representations:$representations){__typename}}';

/**
 * Answers `node` and `nodes` inside the gateway: the id says its type, the type's owner says, as the one who asks,
 * whether it is there. So what is unknown or hidden is null even when nothing but its id is asked for.
 */
export const nodesDataSource = (graph: NodesGraph): GraphQLDataSource<RequestContext> => {
  const schemas = new WeakMap<NodeOwners, GraphQLSchema>();
  const schema = () => {
    const owners = graph.owners();
    const known = schemas.get(owners) ?? buildSchema(nodesTypes([...owners.keys()]), { assumeValidSDL: true });
    schemas.set(owners, known);
    return known;
  };

  return {
    process: async (options): Promise<SubgraphResponse> => {
      const { query = '', variables } = options.request;
      const rootValue = rootOf(loaderOf(graph, options));
      const answer = await execute({ schema: schema(), document: parse(query), rootValue, variableValues: variables });
      return response(
        answer.data,
        answer.errors?.map((each) => each.toJSON()),
      );
    },
  };
};

const rootOf = (loader: Loader) => ({
  node: ({ id }: { id: string }) => loader.load(id),
  nodes: ({ ids }: { ids: readonly string[] }) => {
    if (ids.length <= MOST_IDS) return ids.map((id) => loader.load(id));
    throw new GraphQLError(`nodes takes at most ${String(MOST_IDS)} ids`, { extensions: { code: 'BAD_USER_INPUT' } });
  },
});

/** All ids of one request, asked of each owner at once. */
const loaderOf = (graph: NodesGraph, options: Options): Loader =>
  new DataLoader<string, Found | null>(
    async (ids) => {
      const owners = graph.owners();
      const ownerOf = (id: string) => owners.get(typeOfId(id) ?? '') ?? null;
      const found = new Map<string, Found | GraphQLError>();
      const asked = [...new Set(ids.map(ownerOf))].filter((owner) => owner !== null);
      await Promise.all(
        asked.map(async (owner) => {
          const theirs = ids.filter((id) => ownerOf(id) === owner).map(nodeOf);
          const answers = await ask(graph, owner, theirs, options);
          for (const [index, { id }] of theirs.entries()) if (answers[index]) found.set(id, answers[index]);
        }),
      );
      return ids.map((id) => found.get(id) ?? null);
    },
    { maxBatchSize: 2 * MOST_IDS },
  );

const nodeOf = (id: string): Found => ({ __typename: typeOfId(id) ?? '', id });

/** For each of the ids: itself when its owner knows it, an error when the owner failed, null otherwise. */
const ask = async (graph: NodesGraph, owner: string, nodes: readonly Found[], options: Options) => {
  const source = graph.subgraph(owner);
  if (!source) return [];
  const request = { query: EXISTS, variables: { representations: nodes } };
  const { data, errors } = await source.process({ ...options, request });
  const entities: readonly unknown[] = Array.isArray(data?._entities) ? data._entities : [];
  const failure = errors?.[0];
  return nodes.map((node, index) => {
    if (entities[index]) return node;
    const own = errors?.find(({ path }) => path?.[1] === index) ?? (entities.length === 0 ? failure : undefined);
    return own ? new GraphQLError(own.message, { extensions: { ...own.extensions } }) : null;
  });
};
