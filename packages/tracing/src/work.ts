import { tracingChannel } from 'node:diagnostics_channel';

import type { Attributes, SpanKind } from './spans.ts';

/** What a part of the product tells of a piece of its work. */
export type Work = {
  readonly name: string;
  readonly kind: SpanKind;
  /** Facts about it that tell nothing of anybody: no values, no ids of records. */
  readonly attributes?: Attributes;
  /** Of what caused it, null when that had none; left out: the work that it is done within. */
  readonly traceparent?: string | null;
};

/** Work that is listened to. The listener changes it: to its own place in the trace, and how it went. */
export type Told = { -readonly [Key in keyof Work]: Work[Key] } & { failed?: boolean };

export const channel = tracingChannel<unknown, Told>('crm:work');

/** Whether anybody listens: without, telling is not worth preparing. */
export const isTraced = () => channel.start.hasSubscribers;

/**
 * Does a piece of work and tells of it, if anybody listens; otherwise it costs a function call. `job` gets the
 * traceparent to pass on to what it causes elsewhere: null when the cause had none and nobody listens.
 */
export const traced = <Value>(work: Work, job: (traceparent: string | null) => Promise<Value>): Promise<Value> => {
  if (!isTraced()) return job(work.traceparent ?? null);
  const told: Told = { ...work };
  return channel.tracePromise(() => job(told.traceparent ?? null), told);
};
