import { AsyncLocalStorage } from 'node:async_hooks';

import { type Exporting, startExporting } from './exporter.ts';
import type { Span } from './spans.ts';
import { type TraceContext, childOf, contextOf, traceparentOf } from './trace-context.ts';
import { type Told, channel } from './work.ts';

type Running = { readonly context: TraceContext; readonly parent: TraceContext | null; readonly startedAt: number };

export type Tracing = { readonly stop: () => Promise<void> };

/**
 * Listens to all work of this process from now on and exports a span for each piece of it whose trace is sampled. One
 * span stands for one piece of work: its name, its time, whether it failed; never what it was about.
 */
export const startTracing = (exporting: Exporting): Tracing => {
  const exporter = startExporting(exporting);
  const current = new AsyncLocalStorage<TraceContext>();
  const running = new WeakMap<Told, Running>();

  const begin = (work: Told) => {
    const parent = contextOf(work.traceparent) ?? (work.traceparent === null ? null : (current.getStore() ?? null));
    // A question that nobody's request led to, as of the relay to its database, is no story of its own.
    const context = childOf(parent, work.kind !== 'client');
    running.set(work, { context, parent, startedAt: performance.timeOrigin + performance.now() });
    work.traceparent = traceparentOf(context);
    return context;
  };
  const end = (work: Told) => {
    const begun = running.get(work);
    running.delete(work);
    if (begun?.context.isSampled) exporter.add(spanOf(work, begun));
  };
  const fail = (work: Told) => {
    work.failed = true;
  };
  const listeners = { end: nothing, asyncStart: nothing, start: nothing, asyncEnd: end, error: fail };

  channel.start.bindStore(current, begin);
  channel.subscribe(listeners);
  return {
    stop: async () => {
      channel.start.unbindStore(current);
      channel.unsubscribe(listeners);
      await exporter.stop();
    },
  };
};

const nothing = () => undefined;

const spanOf = (
  { name, kind, attributes = {}, failed = false }: Told,
  { context, parent, startedAt }: Running,
): Span => ({
  traceId: context.traceId,
  spanId: context.spanId,
  parentSpanId: parent?.spanId ?? null,
  name,
  kind,
  startedAt,
  endedAt: performance.timeOrigin + performance.now(),
  attributes,
  failed,
});
