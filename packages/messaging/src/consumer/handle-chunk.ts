import type { ReceivedRecord } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics, Outcome } from '../metrics.ts';
import { GivenUp, HandlerLate, persist } from './failures.ts';
import { park, parkBehind, parkedKeys, savePosition } from './parking-store.ts';
import { type EventRead, type PoisonRead, readRecord, type Subscriptions } from './read-record.ts';
import { applyEffect, applyProjections, type Handling, isEffect } from './transactions.ts';

export type ChunkHandling = Handling & {
  readonly subscriptions: Subscriptions;
  readonly log: Log;
  readonly metrics: MessagingMetrics;
};

/** What is handled in one transaction: many events that feed projections, or one that has an effect, or one to park. */
type Run = readonly EventRead[] | PoisonRead;

/**
 * Handles the records of one partition, in order. When it resolves, each has had its effect or is parked: the offset may
 * be committed. It rejects when it was given up, and when the database refuses what should always work.
 */
export const handleChunk = async (records: readonly ReceivedRecord[], options: ChunkHandling, signal: AbortSignal) => {
  const { group, dataSource, metrics } = options;
  const events: (EventRead | PoisonRead)[] = [];
  for (const record of records) {
    const read = readRecord(record, options.subscriptions, group);
    if (read.kind === 'passed') metrics.consumed?.({ group, type: read.type, outcome: read.why });
    else events.push(read);
  }
  const insist: Insist = (attempt) => persist(attempt, signal, () => metrics.retried?.(group));
  const waiting = new Set<string>();
  if (events.length > 0) {
    const keys = events.map(({ aggregateKey }) => aggregateKey);
    for (const key of await insist(() => parkedKeys(dataSource, group, keys))) waiting.add(key);
  }
  const chunk = createChunk(options, waiting, insist);
  for (const run of runsOf(events)) await chunk.settle(run);
  await insist(() => savePosition(dataSource, group, records));
};

/** Tries again whatever will pass; throws poison. */
type Insist = <Value>(attempt: () => Promise<Value>) => Promise<Value>;

const runsOf = (events: readonly (EventRead | PoisonRead)[]): Run[] => {
  const runs: (EventRead[] | PoisonRead)[] = [];
  let projections: EventRead[] | null = null;
  for (const event of events) {
    if (event.kind === 'event' && !isEffect(event)) {
      if (projections) projections.push(event);
      else runs.push((projections = [event]));
    } else {
      projections = null;
      runs.push(event.kind === 'event' ? [event] : event);
    }
  }
  return runs;
};

/** `waiting`: the aggregates that have a parked event, kept up to date as the chunk goes on. */
const createChunk = (options: ChunkHandling, waiting: Set<string>, insist: Insist) => {
  const { dataSource, group, metrics, log } = options;
  const count = (event: EventRead | PoisonRead, outcome: Outcome) =>
    metrics.consumed?.({ group, type: typeOf(event) ?? '', outcome });

  const settle = async (run: Run): Promise<void> => {
    const events = isPoison(run) ? [run] : run;
    const open = events.filter(({ aggregateKey }) => !waiting.has(aggregateKey));
    for (const event of events) {
      if (waiting.has(event.aggregateKey)) await standBehind(event);
    }
    if (isPoison(run)) return open.length > 0 ? give(run, run.cause) : undefined;
    await apply(run.filter((event) => open.includes(event)));
  };

  const standBehind = async (event: EventRead | PoisonRead) => {
    if (await insist(() => parkBehind(dataSource, group, event))) {
      count(event, 'parked-behind');
      return;
    }
    // The last parked event of its aggregate has just been redriven.
    waiting.delete(event.aggregateKey);
    await settle(isPoison(event) ? event : [event]);
  };

  const apply = async (events: readonly EventRead[]): Promise<void> => {
    const [first] = events;
    if (!first) return;
    try {
      const fresh = await attempt(events, first);
      for (const event of events) count(event, fresh ? 'handled' : 'repeated');
    } catch (cause) {
      if (cause instanceof GivenUp) throw cause;
      if (events.length === 1) return give(first, messageOf(cause));
      // Somewhere in here is poison: what is before and after it goes on.
      const middle = events.length >> 1;
      await settle(events.slice(0, middle));
      await settle(events.slice(middle));
    }
  };

  const once = (events: readonly EventRead[], first: EventRead) =>
    insist(() => (isEffect(first) ? applyEffect(first, options) : applyProjections(events, options).then(() => true)));

  /** What looks like poison may have been a connection cut in an unusual way: a single event gets a second chance. */
  const attempt = async (events: readonly EventRead[], first: EventRead) => {
    try {
      return await once(events, first);
    } catch (cause) {
      if (events.length > 1 || cause instanceof GivenUp || cause instanceof HandlerLate) throw cause;
      return once(events, first);
    }
  };

  const give = async (event: EventRead | PoisonRead, cause: string) => {
    await insist(() => park(dataSource, group, event, cause));
    waiting.add(event.aggregateKey);
    count(event, 'parked');
    log.error({ group, event: event.eventKey, aggregate: event.aggregateKey, cause }, 'An event was parked');
  };

  return { settle };
};

const isPoison = (event: Run | EventRead): event is PoisonRead => 'kind' in event && event.kind === 'poison';

export const typeOf = (event: EventRead | PoisonRead) => (event.kind === 'event' ? event.fact.type : event.type);

export const messageOf = (cause: unknown) =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
