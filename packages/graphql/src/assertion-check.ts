import type { Actor } from '@crm/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';

import { ASSERTION_HEADER, type VerifyAssertion, type Vouched } from './assertion.ts';

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * Lets nothing pass that the gateway does not vouch for: not to another path, not with another body. Who brings no
 * valid assertion gets 401 before anything of the body is read; who brings one with another body, before any of it is
 * understood. Gives the actor of a request that passed.
 */
export const requireAssertion = (app: FastifyInstance, verify: VerifyAssertion) => {
  const vouched = new WeakMap<FastifyRequest, Vouched>();
  const bodies = new WeakMap<FastifyRequest, Buffer>();
  const refuse = (reply: FastifyReply, status: 401 | 413) =>
    reply.code(status).header('connection', 'close').send(REFUSALS[status]);

  app.addHook('onRequest', async (request, reply) => {
    try {
      const traceparent = headerOf(request, 'traceparent') ?? null;
      vouched.set(request, await verify(headerOf(request, ASSERTION_HEADER), traceparent));
    } catch {
      await refuse(reply, 401);
    }
  });
  app.addHook('preParsing', async (request, reply, payload) => {
    const body = await bytesOf(payload, Number(request.headers['content-length'] ?? 0));
    if (!body) return refuse(reply, 413);
    if (!vouched.get(request)?.isFor(body)) return refuse(reply, 401);
    bodies.set(request, body);
    return payload;
  });
  // The body has been read by then: every other parser would wait for it.
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', (request, _read, done) => {
    void parse(request, bodies.get(request)?.toString() ?? '', done);
  });

  return (request: FastifyRequest): Actor => {
    const actor = vouched.get(request)?.actor;
    if (!actor) throw new Error('a request passed without an actor');
    return actor;
  };
};

/** Null: there is more of it than any request should have. */
const bytesOf = (stream: RequestPayload, announced: number) =>
  new Promise<Buffer | null>((resolve, reject) => {
    if (announced > BODY_LIMIT_BYTES) {
      resolve(null);
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    stream.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    stream.on('error', reject);
  });

const REFUSALS = {
  401: { errors: [{ message: 'This service answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }] },
  413: { errors: [{ message: 'The request is larger than 4 MB.', extensions: { code: 'BAD_REQUEST' } }] },
} as const;

export const headerOf = ({ headers }: FastifyRequest, name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};
