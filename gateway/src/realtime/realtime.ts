import type { IncomingMessage, Server } from 'node:http';

import type { ApolloServer } from '@apollo/server';
import { kafkaEventBus } from '@crm/messaging/kafka';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';

import type { GatewayConfig } from '../config.ts';
import type { Admission } from '../http/admission.ts';
import { forwardedOf } from '../http/request-id.ts';
import type { SignIn } from '../http/sign-in.ts';
import { type Authenticate, credentialIn } from '../identity/authenticator.ts';
import type { Person } from '../identity/claims.ts';
import type { Gate } from '../limits/gate.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RequestContext } from '../request-context.ts';
import { createAllowance } from './allowance.ts';
import { resolveBy } from './engine/apollo.ts';
import { createEngine } from './engine/engine.ts';
import type { Resolve } from './engine/resolve.ts';
import type { Stream } from './engine/subscriber.ts';
import { realtimePlugin } from './plugin.ts';
import { type Refused, refused } from './refused.ts';
import { createSessions } from './sessions.ts';
import { createEventStreams } from './transport/event-stream.ts';
import type { Connection } from './transport/sockets.ts';
import { type Operation, subscribeWithin } from './transport/subscribe.ts';
import { createWebSockets } from './transport/web-socket-server.ts';

type Setup = {
  readonly config: Pick<GatewayConfig, 'brokers' | 'brokerAccess' | 'corsOrigins' | 'introspection' | 'limits'>;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'signInRefused' | 'subscriptions'>;
  /** Asked now and then whether a sign-in is still good. */
  readonly authenticate: Authenticate | null;
  readonly signIn: SignIn | null;
  readonly graph: () => ApolloServer<RequestContext>;
};

const HEARTBEAT_MS = 12_000;
/** A token's end is noticed this late at most, beside the clock skew that every request is allowed. */
const SIGN_IN_CHECK_MS = 5_000;
const ALLOWED = { perIdentity: 1_000, inAll: 10_000, perConnection: 100 } as const;
/** A whole office may stand behind one address. */
const SOCKETS = { perIdentity: 100, perAddress: 2_000, inAll: 10_000 } as const;

/** Subscriptions over WebSocket and server-sent events. */
export const createRealtime = ({ config, log, metrics, authenticate, signIn, graph }: Setup) => {
  const { bus, ...engine } = engineOf(config, { log, metrics, graph });
  const { introspection } = config;
  const subscribe = subscribeWithin({ streams: engine.streams, allowance: createAllowance(ALLOWED), introspection });
  const sessions = createSessions(authenticate, SIGN_IN_CHECK_MS);
  const eventStreams = createEventStreams(HEARTBEAT_MS);
  const parts = { config, metrics, signIn, sessions, subscribe };
  let sockets: ReturnType<typeof webSockets> | null = null;

  return {
    plugin: realtimePlugin(engine.schemaChanged),
    /** Takes WebSocket connections beside the requests of a server. */
    attach: (server: Server, door: Door) => {
      sockets = webSockets(parts, door);
      sockets.attach(server);
    },
    isAsked: isStreamAsked,
    /** Answers with a stream of events; resolves when it has begun, or was refused. */
    answer: async (request: FastifyRequest, reply: FastifyReply, { operation, person }: Asked) => {
      const begun = await subscribe(
        operation,
        { person, forwarded: forwardedOf(request.headers) },
        lastEventOf(request),
      );
      if (!begun.ok) return await sendRefused(reply, begun.refusal);
      const authorization = credentialIn(request.headers);
      const forget = sessions.watch({ authorization, person, ...endings(begun.value) });
      reply.hijack();
      void eventStreams.send(reply.raw, begun.value, headersOf(reply)).finally(forget);
      return reply;
    },
    /** Sends every client elsewhere; what they were given lets them go on there. */
    stop: async () => {
      sockets?.stop();
      engine.streams.restart();
      eventStreams.stop();
      sessions.stop();
      await engine.stop();
      await bus?.close();
      sockets?.cut();
    },
  };
};

export type Realtime = ReturnType<typeof createRealtime>;

const engineOf = (
  { brokers, brokerAccess }: Setup['config'],
  { log, metrics, graph }: Pick<Setup, 'log' | 'metrics' | 'graph'>,
) => {
  const bus = brokers.length > 0 ? kafkaEventBus({ brokers, ...brokerAccess, clientId: 'gateway', log }) : null;
  const onTrouble = (err: unknown) => {
    log.warn({ err }, 'realtime: changes cannot be read at the moment');
  };
  // The graph is made with our plugin in it, and asked later.
  const resolve: Resolve = (...question) => resolveBy(graph())(...question);
  const engine = createEngine({ bus, onTrouble, onCount: metrics.subscriptions, resolve });
  return { bus, ...engine };
};

type Asked = { readonly operation: Operation; readonly person: Person | null };

type Door = {
  readonly admit: Admission;
  readonly gate: Pick<Gate, 'spend'>;
  readonly addressOf: (request: IncomingMessage) => string;
};

type Parts = Pick<Setup, 'config' | 'metrics' | 'signIn'> & {
  readonly sessions: ReturnType<typeof createSessions>;
  readonly subscribe: ReturnType<typeof subscribeWithin>;
};

const webSockets = ({ config, metrics, ...parts }: Parts, { admit, gate, addressOf }: Door) =>
  createWebSockets({
    ...parts,
    signInRefused: metrics.signInRefused,
    perConnection: ALLOWED.perConnection,
    sockets: SOCKETS,
    corsOrigins: config.corsOrigins,
    messageBytes: config.limits.bodyBytes,
    heartbeatMs: HEARTBEAT_MS,
    addressOf,
    // As each request does.
    pay: (address) => gate.spend({ identity: null, address }, 1).ok,
    admit: (payload, connection) => {
      const admitted = admit(asRequest(payload, connection), { identity: identityOf(connection) });
      if (!admitted.ok) return admitted;
      // Its place is for answers that end.
      admitted.value.leave();
      return { ok: true, value: admitted.value.operation };
    },
  });

/** An operation that came over a socket, as the door knows it: the very same rules hold for it. */
const asRequest = (body: unknown, { address }: Connection) =>
  // All that the door looks at.
  ({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    body,
    ip: address,
  }) as FastifyRequest;

const identityOf = ({ person }: Connection) => person && { ...person, requestId: '', traceparent: null };

const WORD = /\bsubscription\b/;

/** Whether a request wants a stream: some clients say of each request that they could take one. */
const isStreamAsked = (request: FastifyRequest, { query, operationName }: Operation) => {
  if (!request.headers.accept?.includes('text/event-stream') || !WORD.test(query)) return false;
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    // @apollo/server says what is wrong with it.
    return false;
  }
};

const lastEventOf = ({ headers }: FastifyRequest) => {
  const id = headers['last-event-id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
};

const endings = (stream: Stream) => ({
  expired: () => {
    stream.end({ kind: 'refused', refused: refused('UNAUTHENTICATED') });
  },
  // The client comes back by itself, and goes on as who it is now.
  changed: () => {
    stream.end({ kind: 'restart' });
  },
});

const sendRefused = async (reply: FastifyReply, { status, errors }: Refused) =>
  await reply.code(status).header('cache-control', 'no-store').send({ errors });

const headersOf = (reply: FastifyReply) =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined || Array.isArray(value) ? [] : [[name, value] as const],
    ),
  );
