import { randomBytes } from 'node:crypto';

/** A place in a trace. https://www.w3.org/TR/trace-context */
export type TraceContext = { readonly traceId: string; readonly spanId: string; readonly isSampled: boolean };

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/;

/** Null for what is no traceparent, and for ids of nothing but zeros. */
export const contextOf = (traceparent: string | null | undefined): TraceContext | null => {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (!/[^0]/.test(traceId) || !/[^0]/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

export const traceparentOf = ({ traceId, spanId, isSampled }: TraceContext) =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** The place of what is caused from there; the beginning of a trace, sampled or not, when nothing caused it. */
export const childOf = (parent: TraceContext | null, isSampled: boolean): TraceContext => ({
  traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
  isSampled: parent?.isSampled ?? isSampled,
});
