import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import type { GatewayConfig } from '../config.ts';
import type { Graphiql } from '../graphiql/assets.ts';
import { badRequest, tooMuch } from '../limits/refusals.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { internalError } from '../subgraphs/errors.ts';
import { cors } from './cors.ts';
import type { graphqlRoute } from './graphql-route.ts';
import { sendRefusal } from './refused.ts';
import { requestIdOf } from './request-id.ts';
import type { Trusts } from './trusted-proxies.ts';

type Setup = {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly config: Pick<GatewayConfig, 'corsOrigins' | 'limits'>;
  readonly trusts: Trusts;
  readonly graphql: ReturnType<typeof graphqlRoute>;
  /** Null when the gateway shows no GraphiQL. */
  readonly graphiql: Graphiql | null;
  /** Rejects while the gateway should get no traffic; otherwise says how each service does. */
  readonly ready: () => Promise<Readonly<Record<string, string>>>;
};

/** A client that sends its request this slowly is no client. */
const RECEIVE_MS = 60_000;

/** Who takes nothing of an answer for twice as long as one may take holds a place that is somebody else's. */
const patienceFor = (requestMs: number) => (Number.isFinite(requestMs) ? 2 * requestMs : 0);

/** The gateway's HTTP surface: the graph, GraphiQL, health and metrics. */
export const createHttp = (setup: Setup): FastifyInstance => {
  const { log, graphql } = setup;
  const { corsOrigins, limits } = setup.config;
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: RECEIVE_MS,
    connectionTimeout: patienceFor(limits.requestMs),
    trustProxy: setup.trusts,
    genReqId: ({ headers }) => requestIdOf(headers),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  app.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    next();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method, url } = request;
    // The path alone: a query string may carry a document with somebody's data.
    const path = url.split('?', 1)[0];
    log.debug({ requestId, method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  app.addHook('onRequest', cors(corsOrigins));
  app.setErrorHandler(refuseRequest(setup));
  app.route({ url: '/graphql', method: ['GET', 'POST'], onRequest: graphql.letIn, handler: graphql.answer });
  app.route({ url: '/*', method: 'OPTIONS', handler: (_, reply) => reply.code(404).send() });
  operations(app, setup);
  if (setup.graphiql) serveGraphiql(app, setup.graphiql);
  return app;
};

const operations = (app: FastifyInstance, { metrics, ready }: Setup) => {
  app.get('/livez', () => ({ status: 'alive' }));
  app.get('/readyz', async (_, reply) => {
    try {
      return { status: 'ready', services: await ready() };
    } catch (error) {
      return await reply.code(503).send({ status: 'waiting', reason: error instanceof Error ? error.message : '' });
    }
  });
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.render()));
};

const serveGraphiql = (app: FastifyInstance, graphiql: Graphiql) => {
  const serve = async ({ url }: FastifyRequest, reply: FastifyReply) => {
    const asset = await graphiql.asset(new URL(url, 'http://gateway').pathname);
    if (!asset) return await reply.code(404).send({ errors: [{ message: 'Not found' }] });
    return await reply.headers(asset.headers).send(asset.body);
  };
  app.get('/', serve);
  app.get('/graphiql/*', serve);
};

/** Requests that HTTP itself refuses, in the shape of the graph's errors. */
const refuseRequest =
  ({ log, config: { limits } }: Setup) =>
  async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return await sendRefusal(request, reply, tooMuch('bodyBytes', limits.bodyBytes));
    if (status < 500) return await sendRefusal(request, reply, badRequest(error.message, status));
    log.error({ err: error, requestId: request.id, reference: request.id }, 'request: unexpected error');
    return await reply.code(500).send({ errors: [internalError(request.id)] });
  };
