import type { onRequestHookHandler } from 'fastify';

const ALLOWED_HEADERS = [
  'accept-language',
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'traceparent',
  'x-apollo-operation-name',
  'x-report-cost',
  'x-request-id',
].join(', ');
const EXPOSED_HEADERS = 'x-request-id, retry-after';
const PREFLIGHT_SECONDS = '600';

/** Lets pages of the listed origins, and of no other, call the graph from a browser. */
export const cors = (origins: readonly string[]): onRequestHookHandler => {
  const allowed = new Set(origins.map((each) => new URL(each).origin));
  return (request, reply, next) => {
    void reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin && allowed.has(origin)) {
      void reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED_HEADERS);
    }
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    if (origin && allowed.has(origin)) {
      void reply
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', ALLOWED_HEADERS)
        .header('access-control-max-age', PREFLIGHT_SECONDS);
    }
    void reply.code(204).send();
  };
};
