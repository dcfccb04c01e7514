import type { RequestContext } from '../request-context.ts';

/** Of what is forwarded, these tell requests apart and no answer. */
const TRACING: ReadonlySet<string> = new Set(['traceparent', 'tracestate', 'baggage', 'x-request-id']);

const keys = new WeakMap<RequestContext, string>();

/**
 * All that an answer can depend on besides the question: who asks, with every claim, and what else is passed on. Two
 * requests with one key would be answered alike by any subgraph.
 */
export const whoAsks = (context: RequestContext): string => {
  const known = keys.get(context);
  if (known !== undefined) return known;
  const forwarded = Object.entries(context.forwarded).filter(([name]) => !TRACING.has(name));
  const { identity } = context;
  const claims = identity && { ...identity, requestId: null, traceparent: null };
  const key = JSON.stringify([claims, forwarded.sort(([left], [right]) => (left < right ? -1 : 1))]);
  keys.set(context, key);
  return key;
};
