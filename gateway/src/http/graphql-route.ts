import { Readable } from 'node:stream';

import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Authenticate } from '../identity/authenticator.ts';
import type { Person } from '../identity/claims.ts';
import type { Metrics } from '../metrics.ts';
import type { RequestContext } from '../request-context.ts';
import { forwardedOf } from './request-id.ts';

type Setup = {
  readonly apollo: ApolloServer<RequestContext>;
  /** Null lets everybody in. */
  readonly authenticate: Authenticate | null;
  readonly metrics: Metrics;
};

/** `/graphql`: who asks is settled before the body is even read. */
export const graphqlRoute = ({ apollo, authenticate, metrics }: Setup) => {
  const people = new WeakMap<FastifyRequest, Person>();

  const letIn = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!authenticate) return;
    const signedIn = await authenticate(request.headers.authorization);
    if (signedIn.ok) {
      people.set(request, signedIn.value);
      return;
    }
    const { status, code, reason, message } = signedIn.refusal;
    metrics.signInRefused(reason);
    // RFC 6750, 3: no error attribute when there was no token at all.
    if (status === 401) {
      void reply.header('www-authenticate', reason === 'MISSING' ? 'Bearer' : 'Bearer error="invalid_token"');
    }
    await reply.code(status).send({ errors: [{ message, extensions: { code, reason } }] });
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextOf(request, people.get(request) ?? null);
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: new URL(request.url, 'http://gateway').search,
        body: request.body,
      },
      context: () => Promise.resolve(context),
    });
    for (const [name, value] of headers) void reply.header(name, value);
    void reply.code(status ?? 200);
    return await reply.send(body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator));
  };

  return { letIn, answer };
};

const contextOf = (request: FastifyRequest, person: Person | null): RequestContext => {
  const forwarded = forwardedOf(request.headers);
  const traceparent = forwarded.traceparent ?? null;
  return { requestId: request.id, identity: person && { ...person, requestId: request.id, traceparent }, forwarded };
};

const headersOf = ({ headers }: FastifyRequest) => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
};
