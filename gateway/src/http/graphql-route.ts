import { Readable } from 'node:stream';

import { type ApolloServer, HeaderMap } from '@apollo/server';
import { traced } from '@crm/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Answered, answered } from '../executor/answered.ts';
import type { ShareRequests } from '../executor/shared-requests.ts';
import { credentialIn } from '../identity/authenticator.ts';
import type { Person } from '../identity/claims.ts';
import type { SignInRefusal } from '../identity/refusals.ts';
import type { Gate } from '../limits/gate.ts';
import { type DoorRefusal, tooMuch } from '../limits/refusals.ts';
import type { LimitSettings } from '../limits/settings.ts';
import type { Metrics } from '../metrics.ts';
import type { Realtime } from '../realtime/realtime.ts';
import type { RequestContext } from '../request-context.ts';
import type { AdmittedOperation, Admission } from './admission.ts';
import { withDeadline } from './deadline.ts';
import { inPieces, isLarge } from './in-pieces.ts';
import { sendRefusal, statusOfAnswer } from './refused.ts';
import { forwardedOf } from './request-id.ts';
import type { SignIn } from './sign-in.ts';

type Setup = {
  readonly apollo: ApolloServer<RequestContext>;
  /** Null lets everybody in. */
  readonly signIn: SignIn | null;
  readonly admit: Admission;
  readonly gate: Gate;
  readonly limits: Pick<LimitSettings, 'requestMs' | 'responseBytes'>;
  readonly realtime: Pick<Realtime, 'isAsked' | 'answer'>;
  readonly metrics: Metrics;
  /** Null answers every request by itself. */
  readonly share: ShareRequests | null;
};

/** `/graphql`: who asks is settled before the body is even read, and what it costs before anything is planned. */
export const graphqlRoute = (setup: Setup) => {
  const people = new WeakMap<FastifyRequest, Person>();
  const { admit, limits, metrics, realtime } = setup;

  const refused = async (request: FastifyRequest, reply: FastifyReply, refusal: DoorRefusal) => {
    metrics.requestRefused(refusal.code);
    return await sendRefusal(request, reply, refusal);
  };

  const letIn = async (request: FastifyRequest, reply: FastifyReply) => {
    // Whoever tries tokens pays as well.
    const paid = setup.gate.spend({ identity: null, address: request.ip }, 1);
    if (!paid.ok) return await refused(request, reply, paid.refusal);
    const signedIn = await setup.signIn?.(credentialIn(request.headers), request.ip);
    if (!signedIn) return undefined;
    if (!signedIn.ok) return await sendSignInRefusal(reply, signedIn.refusal, metrics);
    people.set(request, signedIn.value);
    return undefined;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextOf(request, people.get(request) ?? null);
    const admitted = admit(request, context);
    if (!admitted.ok) return await refused(request, reply, admitted.refusal);
    const { operation } = admitted.value;
    try {
      if (realtime.isAsked(request, operation)) {
        return await realtime.answer(request, reply, { operation, person: people.get(request) ?? null });
      }
      const run = (signal: AbortSignal) => execute(setup.apollo, request, admitted.value, { ...context, signal });
      const { method, headers } = request;
      const made = await withDeadline(limits.requestMs, reply.raw, (signal) =>
        setup.share ? setup.share({ method, headers, ...admitted.value, context }, signal, run) : run(signal),
      );
      if (!made) return await reply.hijack();
      if (!made.ok) return await refused(request, reply, made.refusal);
      const tooLarge = sizeRefusal(made.value, limits.responseBytes);
      return await (tooLarge ? refused(request, reply, tooLarge) : send(reply, made.value));
    } finally {
      admitted.value.leave();
    }
  };

  return { letIn, answer };
};

const sendSignInRefusal = async (reply: FastifyReply, refusal: SignInRefusal, metrics: Metrics) => {
  const { status, code, reason, message } = refusal;
  metrics.signInRefused(reason);
  // RFC 6750, 3: no error attribute when there was no token at all.
  if (status === 401) {
    void reply.header('www-authenticate', reason === 'MISSING' ? 'Bearer' : 'Bearer error="invalid_token"');
  }
  return await reply.code(status).send({ errors: [{ message, extensions: { code, reason } }] });
};

const execute = async (
  apollo: Setup['apollo'],
  request: FastifyRequest,
  admitted: AdmittedOperation,
  context: RequestContext,
) => {
  const { cost, reportsCost, operation } = admitted;
  return await inTrace(operation.operationName, context, (placed) =>
    answered((takeAnswer) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers: headersOf(request), ...partsOf(request, admitted) },
        context: () => Promise.resolve({ ...placed, takeAnswer, ...(reportsCost && { costReport: cost }) }),
      }),
    ),
  );
};

/** The operation as it was resolved, in the form it came in. */
const partsOf = (request: FastifyRequest, { operation }: AdmittedOperation) => {
  if (request.method === 'POST') return { search: '', body: operation };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(operation)) {
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return { search: `?${search.toString()}`, body: undefined };
};

const send = async (reply: FastifyReply, { response, bytes }: Answered) => {
  const { headers, body } = response;
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(statusOfAnswer(response));
  if (body.kind !== 'complete') return await reply.send(Readable.from(body.asyncIterator));
  if (!bytes || !isLarge(bytes)) return await reply.send(bytes);
  void reply.header('content-length', bytes.length);
  return await reply.send(inPieces(bytes));
};

const sizeRefusal = ({ bytes }: Answered, allowed: number): DoorRefusal | null =>
  bytes && bytes.length > allowed ? tooMuch('responseBytes', allowed, bytes.length) : null;

const contextOf = (request: FastifyRequest, person: Person | null): RequestContext => {
  const forwarded = forwardedOf(request.headers);
  const traceparent = forwarded.traceparent ?? null;
  return { requestId: request.id, identity: person && { ...person, requestId: request.id, traceparent }, forwarded };
};

const MOST_NAME = 100;

/** The operation as a piece of the client's trace: what it causes says so. */
const inTrace = <Value>(
  name: string | undefined,
  context: RequestContext,
  run: (context: RequestContext) => Promise<Value>,
) => {
  const { forwarded, identity } = context;
  const work = { name: name?.slice(0, MOST_NAME) ?? 'unnamed operation', kind: 'server' } as const;
  return traced({ ...work, traceparent: forwarded.traceparent ?? null }, (traceparent) => {
    if (traceparent === null) return run(context);
    const placed = { forwarded: { ...forwarded, traceparent }, identity: identity && { ...identity, traceparent } };
    return run({ ...context, ...placed });
  });
};

const headersOf = ({ headers }: FastifyRequest) => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
};
