import { composeServices } from '@apollo/composition';
import { type Result, accept, refuse } from '@crm/kernel';
import { GraphQLError, parse, printSchema } from 'graphql';

import { CHANGES_SUBGRAPH, CHANGES_URL, changesSdl } from '../realtime/schema/sdl.ts';
import { NODES_SUBGRAPH, NODES_URL, type NodeType, nodeTypesOf, nodesSdl } from '../nodes/sdl.ts';

export type Subgraph = { readonly name: string; readonly sdl: string; readonly url?: string };

export type Composed = {
  readonly supergraph: string;
  /** The schema as clients see it. */
  readonly apiSchema: string;
  /** What composes, but not quite as its authors may think. One sentence each. */
  readonly hints: readonly string[];
};

/**
 * Composes subgraphs into one graph. When something in them `implements Node`, the gateway's own subgraph that
 * answers `node(id)` and `nodes(ids)` joins them; and when one publishes changes, the one that names what to wait for. Refused with one readable sentence per mistake, each naming its
 * service. Addresses default to `http://<name>/graphql`.
 */
export const composeSupergraph = (subgraphs: readonly Subgraph[]): Result<Composed, readonly string[]> => {
  const unreadable = subgraphs.flatMap(syntaxMistakes);
  if (unreadable.length > 0) return refuse(unreadable);
  const nodes = nodeTypesOf(subgraphs);
  const disputed = disputedTypes(nodes);
  if (disputed.length > 0) return refuse(disputed);

  const ours = [...nodesServiceOf(nodes), ...changesServiceOf(subgraphs)];
  const composed = composeServices([...subgraphs.map(serviceOf), ...ours]);
  if (composed.errors) return refuse(composed.errors.map(readable));
  const apiSchema = printSchema(composed.schema.toAPISchema().toGraphQLJSSchema());
  const hints = composed.hints
    .filter(({ definition }) => definition.level.name === 'WARN')
    .map((each) => each.toString().replaceAll(/\s+/g, ' '));
  return accept({ supergraph: `${composed.supergraphSdl}\n`, apiSchema: `${apiSchema}\n`, hints });
};

const serviceOf = ({ name, sdl, url = `http://${name}/graphql` }: Subgraph) => ({ name, url, typeDefs: parse(sdl) });

const nodesServiceOf = (nodes: readonly NodeType[]) => {
  const sdl = nodesSdl(nodes.map(({ type }) => type));
  return sdl ? [serviceOf({ name: NODES_SUBGRAPH, sdl, url: NODES_URL })] : [];
};

const changesServiceOf = (subgraphs: readonly Subgraph[]) => {
  const sdl = changesSdl(subgraphs);
  return sdl ? [serviceOf({ name: CHANGES_SUBGRAPH, sdl, url: CHANGES_URL })] : [];
};

const syntaxMistakes = ({ name, sdl }: Subgraph) => {
  try {
    parse(sdl);
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    return [`${name}: ${error.message}${place ? ` (line ${String(place.line)})` : ''}`];
  }
};

/** Were there two owners, `node(id)` could not know whom to ask whether something exists. */
const disputedTypes = (nodes: readonly NodeType[]) =>
  [...Map.groupBy(nodes, ({ type }) => type)]
    .filter(([, claims]) => claims.length > 1)
    .map(([type, claims]) => {
      const owners = claims.map(({ owner }) => owner).join(' and ');
      return `${owners}: ${type} implements Node in each; only its owner may say so, the others extend it by its key.`;
    });

/** "[customer] Unknown type X" → "customer: Unknown type X (line 3)", with the code for looking it up. */
const readable = (error: GraphQLError) => {
  const { groups } = /^\[(?<service>[\w-]+)\] (?<rest>.*)$/s.exec(error.message) ?? {};
  const code = typeof error.extensions.code === 'string' ? ` [${error.extensions.code}]` : '';
  if (!groups) return `the graph: ${error.message}${code}`;
  return `${String(groups.service)}: ${String(groups.rest)}${lineOf(error)}${code}`;
};

const lineOf = ({ nodes }: GraphQLError) => {
  const line = nodes?.[0]?.loc?.startToken.line;
  return line ? ` (line ${String(line)})` : '';
};
