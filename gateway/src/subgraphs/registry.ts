import { createSingleFlight } from '../executor/single-flight.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { nodesDataSource } from '../nodes/data-source.ts';
import type { NodeOwners } from '../nodes/owners.ts';
import { NODES_URL } from '../nodes/sdl.ts';
import { changesDataSource } from '../realtime/schema/data-source.ts';
import { CHANGES_URL } from '../realtime/schema/sdl.ts';
import type { Assert } from './assertions.ts';
import { type SubgraphSource, httpDataSource } from './http-data-source.ts';
import { type Reply, createTransport } from './transport.ts';

type Setup = {
  readonly urls: Readonly<Record<string, string>>;
  readonly assert: Assert | null;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly owners: () => NodeOwners;
  /** Whether requests of one asker that are equal and run at the same time become one. */
  readonly isSharing: boolean;
};
type Subgraph = { readonly source: SubgraphSource; readonly close: () => Promise<void> };

/** The connections to all subgraphs, one pool per address, kept across supergraphs. */
export const createSubgraphs = ({ urls, assert, log, metrics, owners, isSharing }: Setup) => {
  const subgraphs = new Map<string, Subgraph>();
  const byName = new Map<string, SubgraphSource>();

  const nodes = nodesDataSource({ owners, subgraph: (name) => byName.get(name) });
  const connect = (name: string, url: string): Subgraph => {
    const { send, close } = createTransport(url);
    const flights = isSharing ? createSingleFlight<Reply>() : null;
    const source = httpDataSource({ name, send, assert, log, flights, observe: metrics.subgraph });
    return { source, close };
  };

  return {
    /** The data source for a subgraph as the supergraph names it. */
    dataSource: ({
      name,
      url: published,
    }: {
      readonly name: string;
      readonly url?: string | undefined;
    }): SubgraphSource => {
      if (published === NODES_URL) return nodes;
      if (published === CHANGES_URL) return changesDataSource;
      const url = urls[name] ?? published;
      if (!url) throw new Error(`The supergraph gives no address for the subgraph "${name}"`);
      const key = `${name} ${url}`;
      const subgraph = subgraphs.get(key) ?? connect(name, url);
      subgraphs.set(key, subgraph);
      byName.set(name, subgraph.source);
      return subgraph.source;
    },
    /** By its name, as soon as a graph with it is served. */
    subgraph: (name: string) => byName.get(name),
    close: async () => {
      await Promise.all([...subgraphs.values()].map(({ close }) => close()));
    },
  };
};
