import { randomUUID } from 'node:crypto';

import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';

import { authorization } from './authorization/plugin.ts';
import { type GatewayConfig, keepTelemetryHome } from './config.ts';
import { installExecutor } from './executor/install.ts';
import { stringifyAnswer } from './executor/ready-data.ts';
import { doorPlugins } from './http/apollo-plugins.ts';
import type { Gate } from './limits/gate.ts';
import { type Log, onlyWarnings } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Realtime } from './realtime/realtime.ts';
import type { RequestContext } from './request-context.ts';
import { UNAVAILABLE, internalError, isMasked, isUnexpected, withoutInsides } from './subgraphs/errors.ts';
import type { createSubgraphs } from './subgraphs/registry.ts';
import { PLANNING } from './supergraph/planning.ts';
import { recording } from './supergraph/recording.ts';
import type { SupergraphFile } from './supergraph/supergraph-file.ts';

type Setup = {
  readonly config: GatewayConfig;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly supergraph: SupergraphFile;
  readonly gate: Gate;
  readonly realtime: Pick<Realtime, 'plugin'>;
  readonly subgraphs: Pick<ReturnType<typeof createSubgraphs>, 'dataSource' | 'serve'>;
};

/**
 * The graph behind the door: @apollo/gateway loads and plans, our executor executes, @apollo/server speaks GraphQL over
 * HTTP.
 */
export const createGraph = ({ config, log, metrics, supergraph, subgraphs, gate, realtime }: Setup): Graph => {
  keepTelemetryHome();
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.manager,
    buildService: subgraphs.dataSource,
    logger: onlyWarnings(log, 'planner'),
    queryPlannerConfig: PLANNING,
  });
  installExecutor(gateway, subgraphs.serve);
  return new ApolloServer<RequestContext>({
    // The same interface in two generations of Apollo's packages; the older type asks for less.
    gateway: gateway as unknown as ApolloServerOptionsWithGateway<RequestContext>['gateway'],
    // The door decides who may ask about the schema.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    validationOptions: { maxErrors: 1 },
    // The door knows the documents, and what each may cost, before anybody else sees them.
    persistedQueries: false,
    cache: 'bounded',
    stopOnTerminationSignals: false,
    nodeEnv: config.production ? 'production' : 'development',
    logger: onlyWarnings(log, 'server'),
    formatError: maskError(log),
    stringifyResult: stringifyAnswer,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      measuring(metrics),
      ...doorPlugins(gate, config.introspection),
      realtime.plugin,
      authorization(supergraph.requirements),
      recording(supergraph.corpus),
    ],
  });
};

export type Graph = ApolloServer<RequestContext>;

/** Codes of @apollo/server's own refusals of a document: they come without a path, and are meant for the client. */
const OF_THE_DOOR = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  UNAVAILABLE,
]);

/** The last mask: what a client may see of an error that comes out of the graph. */
export const maskError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (OF_THE_DOOR.has(formatted.extensions?.code) || !isUnexpected(formatted)) return withoutInsides(formatted);
    if (isMasked(formatted)) return withoutInsides(formatted);
    const reference = randomUUID();
    log.error({ reference, err: error }, 'request: unexpected error');
    return internalError(reference, formatted);
  };

const measuring = (metrics: Metrics): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () => {
    const started = performance.now();
    return Promise.resolve({
      willSendResponse: ({ operation, operationName, response: { body } }) => {
        const failed = body.kind === 'single' && body.singleResult.errors !== undefined;
        // Names of documents that did not validate are anybody's invention.
        const name = operation ? (operationName ?? null) : null;
        metrics.request(name, failed ? 'errors' : 'ok', (performance.now() - started) / 1000);
        return Promise.resolve();
      },
    });
  },
});
