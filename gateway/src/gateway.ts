import type { FastifyInstance } from 'fastify';

import type { AuthConfig, GatewayConfig } from './config.ts';
import { createAutomatic } from './documents/automatic.ts';
import { type Registered, registeredIn, unregisteredIn } from './documents/registered.ts';
import { createResolution } from './documents/resolution.ts';
import { createSharedRequests } from './executor/shared-requests.ts';
import { type Graph, createGraph } from './graph.ts';
import { createGraphiql } from './graphiql/assets.ts';
import { createAdmission } from './http/admission.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { createHttp } from './http/server.ts';
import { payingSignIn } from './http/sign-in.ts';
import { addressOf, trustIn } from './http/trusted-proxies.ts';
import { createAuthenticator } from './identity/authenticator.ts';
import { companyOf } from './identity/company.ts';
import { createSignInWatch } from './identity/sign-in-watch.ts';
import { type Gate, createGate } from './limits/gate.ts';
import { type Log, createLog } from './log.ts';
import { type Metrics, createMetrics } from './metrics.ts';
import { createRealtime } from './realtime/realtime.ts';
import { createAssert } from './subgraphs/assertions.ts';
import { createSubgraphs } from './subgraphs/registry.ts';
import { askSubgraph } from './subgraphs/own-questions.ts';
import { type SupergraphFile, supergraphFile } from './supergraph/supergraph-file.ts';

export type RunningGateway = {
  /** The address of the gateway; the graph is at `/graphql` below it. */
  readonly url: string;
  /** Lets running requests finish, for at most 5 s, and closes everything. */
  readonly stop: () => Promise<void>;
};

/** Less than the 5 s that a stop may take in all. */
const DRAIN_MS = 4_000;
const IDLE_CHECK_MS = 50;

/** Starts a gateway: resolves when it serves, rejects with a sentence that says what is missing. */
export const startGateway = async (config: GatewayConfig): Promise<RunningGateway> => {
  const trusts = trustIn(config.trustedProxies);
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const { supergraph, subgraphs, gate, signIn, realtime, apollo } = await assemble(config, { log, metrics });
  const registered = await registeredIn(config.documents.manifests, log);
  const share = config.sharing === 'all' ? createSharedRequests() : null;
  const door = { ...doorOf(config, { gate, registered, log }), apollo, signIn, realtime, metrics, share };
  let draining = false;
  const http = createHttp({
    ...{ log, metrics, config, trusts },
    graphql: graphqlRoute(door),
    graphiql: config.graphiql ? createGraphiql(log) : null,
    ready: async () => {
      if (draining) throw new Error('stopping');
      await supergraph.health();
      return subgraphs.states();
    },
  });
  realtime.attach(http.server, { ...door, addressOf: addressOf(trusts) });
  const release = async () => {
    // Streams do not end by themselves.
    await Promise.all([realtime.stop(), drain(http)]);
    await apollo.stop();
    await Promise.all([subgraphs.close(), registered.stop()]);
  };

  try {
    await apollo.start();
    const url = await http.listen({ host: config.host, port: config.port });
    log.info({ url, supergraph: config.supergraph, auth: config.auth !== null }, 'gateway: serving');
    const stop = async () => {
      draining = true;
      await release();
      log.info('gateway: stopped');
    };
    return { url, stop };
  } catch (error) {
    await release().catch(() => undefined);
    throw explained(error, config);
  }
};

const doorOf = (
  { documents, introspection, limits }: GatewayConfig,
  { gate, registered, log }: { readonly gate: Gate; readonly registered: Registered; readonly log: Log },
) => {
  const resolve = createResolution({
    settings: documents,
    registered,
    automatic: createAutomatic(),
    tell: unregisteredIn(log),
  });
  const told = { isOpen: introspection, scope: documents.introspectionScope };
  return { admit: createAdmission({ gate, resolve, introspection: told }), gate, limits };
};

/** What answers operations, and what decides on them. */
const assemble = async (config: GatewayConfig, { log, metrics }: Pick<Parts, 'log' | 'metrics'>) => {
  const supergraph = supergraphFile({ ...config.operation, path: config.supergraph, log, metrics, enforces: true });
  const assert = config.auth && (await createAssert(config.auth.assertionKey));
  const subgraphs = createSubgraphs({
    urls: config.subgraphUrls,
    assert,
    log,
    metrics,
    owners: supergraph.owners,
    isSharing: config.sharing !== 'off',
    operation: config.operation,
  });
  const gate = createGate(config.limits);
  const authenticate = config.auth && signInWith(config.auth, { supergraph, subgraphs, log, metrics });
  const signIn = authenticate && payingSignIn(authenticate, gate);
  const realtime = createRealtime({ config, log, metrics, authenticate, signIn, graph: () => apollo });
  const apollo: Graph = createGraph({ config, log, metrics, supergraph, subgraphs, gate, realtime });
  return { supergraph, subgraphs, gate, signIn, realtime, apollo };
};

type Parts = {
  readonly supergraph: SupergraphFile;
  readonly subgraphs: Pick<ReturnType<typeof createSubgraphs>, 'ownSource'>;
  readonly log: Log;
  readonly metrics: Metrics;
};

const signInWith = (issuer: AuthConfig, { supergraph, subgraphs, log, metrics }: Parts) => {
  const company = companyOf({ ask: askSubgraph(subgraphs.ownSource), answererOf: supergraph.answererOf });
  return createAuthenticator({ issuer, company, watch: createSignInWatch({ log, metrics }) });
};

/** Takes no new connection, waits for what is being answered, then cuts what is left. */
const drain = async (http: FastifyInstance) => {
  const cut = setTimeout(() => {
    http.server.closeAllConnections();
  }, DRAIN_MS);
  // A client keeps its connection after its answer: it would hold us up for as long as it likes.
  const idle = setInterval(() => {
    http.server.closeIdleConnections();
  }, IDLE_CHECK_MS);
  await http.close();
  clearTimeout(cut);
  clearInterval(idle);
};

const explained = (error: unknown, { port }: GatewayConfig) => {
  const isTaken = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
  if (!isTaken) return error;
  return new Error(`Port ${String(port)} is taken: choose another with --port or GATEWAY_PORT.`, { cause: error });
};
