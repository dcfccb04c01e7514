import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

type Attribute = {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
};

/** A span as it is in OTLP. */
export type CollectedSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code: number };
};
type Body = {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[] }[];
};

/** A collector that keeps what it gets; `state.isAway` makes it refuse. */
export const startCollector = async () => {
  const spans: CollectedSpan[] = [];
  const state = { isAway: false, requests: 0 };
  const server = createServer((request, reply) => {
    void json(request).then((body) => {
      state.requests += 1;
      if (state.isAway) return reply.writeHead(503).end();
      // What our own exporter wrote.
      for (const { scopeSpans } of (body as Body).resourceSpans)
        spans.push(...scopeSpans.flatMap((each) => each.spans));
      return reply.writeHead(200).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint: `http://127.0.0.1:${String(bound.port)}`, spans, state, stop };
};
