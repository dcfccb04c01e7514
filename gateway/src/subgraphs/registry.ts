import { createSingleFlight } from '../executor/single-flight.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { nodesDataSource } from '../nodes/data-source.ts';
import type { NodeOwners } from '../nodes/owners.ts';
import { NODES_URL } from '../nodes/sdl.ts';
import type { OperationSettings } from '../operation-settings.ts';
import { changesDataSource } from '../realtime/schema/data-source.ts';
import { CHANGES_URL } from '../realtime/schema/sdl.ts';
import type { Assert } from './assertions.ts';
import { type Circuit, type CircuitState, createCircuit } from './circuit.ts';
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
  readonly operation: OperationSettings;
};
/** A subgraph as a supergraph names it. */
type Named = { readonly name: string; readonly url?: string | undefined };
type Subgraph = {
  readonly source: SubgraphSource;
  /** For what the gateway asks on its own account: what clients ask makes nobody's sign-in fail. */
  readonly own: SubgraphSource;
  readonly circuit: Circuit;
  readonly close: () => Promise<void>;
};

/** The connections to all subgraphs, one pool per address, kept across supergraphs. */
export const createSubgraphs = (setup: Setup) => {
  const { urls, owners } = setup;
  const subgraphs = new Map<string, Subgraph>();
  /** Those of the graph that is served: one that was only tried out changes nothing here. */
  let serving: ReadonlyMap<string, Subgraph> = new Map();
  const connected = ({ name, url: published }: Named): Subgraph | null => {
    if (published === NODES_URL || published === CHANGES_URL) return null;
    const url = urls[name] ?? published;
    if (!url) throw new Error(`The supergraph gives no address for the subgraph "${name}"`);
    const key = `${name} ${url}`;
    const subgraph = subgraphs.get(key) ?? connect(name, url, setup);
    subgraphs.set(key, subgraph);
    return subgraph;
  };

  const nodes = nodesDataSource({ owners, subgraph: (name) => serving.get(name)?.source });
  const dataSource = (named: Named): SubgraphSource =>
    connected(named)?.source ?? (named.url === NODES_URL ? nodes : changesDataSource);

  return {
    /** The data source for a subgraph as the supergraph names it. */
    dataSource,
    /** The data sources, by name, of a graph that is served from now on. */
    serve: (graph: readonly Named[]): ReadonlyMap<string, SubgraphSource> => {
      serving = new Map(
        graph.flatMap((named) => {
          const subgraph = connected(named);
          return subgraph ? [[named.name, subgraph] as const] : [];
        }),
      );
      // One that is open has said so.
      for (const [name, { circuit }] of serving)
        if (circuit.state() === 'closed') setup.metrics.circuit(name, 'closed');
      return new Map(graph.map((named) => [named.name, dataSource(named)]));
    },
    /** By its name, as soon as a graph with it is served: for the gateway's own questions. */
    ownSource: (name: string) => serving.get(name)?.own,
    /** Whether each is being asked, or left alone because it failed too often. */
    states: (): Readonly<Record<string, CircuitState>> =>
      Object.fromEntries([...serving].map(([name, { circuit }]) => [name, circuit.state()])),
    close: async () => {
      await Promise.all([...subgraphs.values()].map(({ close }) => close()));
    },
  };
};

const connect = (name: string, url: string, setup: Setup): Subgraph => {
  const { assert, log, metrics, isSharing, operation } = setup;
  const { send, close } = createTransport(url, { timeoutMs: operation.subgraphMs, maxBytes: operation.subgraphBytes });
  const flights = isSharing ? createSingleFlight<Reply>() : null;
  const circuit = circuitOf(name, setup);
  const common = { name, send, assert, log, observe: metrics.subgraph };
  const source = httpDataSource({ ...common, circuit, flights });
  const own = httpDataSource({ ...common, circuit: circuitOf(`${name}: own questions`, setup), flights: null });
  return { source, own, circuit, close };
};

const circuitOf = (subgraph: string, { operation, log, metrics }: Setup) => {
  const { circuitFailures: failures, circuitWindowMs: windowMs, circuitOpenMs: openMs } = operation;
  return createCircuit(
    { failures, windowMs, openMs },
    () => performance.now(),
    (state) => {
      metrics.circuit(subgraph, state);
      if (state === 'open') log.error({ subgraph }, 'subgraph: failed too often, not asked for a while');
      if (state === 'closed') log.info({ subgraph }, 'subgraph: answers again');
    },
  );
};
