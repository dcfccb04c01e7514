import { messageOf } from '@crm/kernel';
import type { EntityManager } from 'typeorm';

import { isOldRow, keysApart } from '../erasure/erased.ts';
import type { ReceivedRecord } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics, Outcome } from '../metrics.ts';
import { GivenUp, persist } from './failures.ts';
import { park, parkBehind, savePosition } from './parking-store.ts';
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
  const position = positionAfter(records, group);
  if (events.length > 0) {
    const keys = events.map(({ aggregateKey }) => aggregateKey);
    const { parked, erased } = await insist(() => keysApart(dataSource, group, keys));
    const chunk = { ...options, waiting: new Set(parked), insist, position: null };
    const runs = runsOf(withoutErased(events, erased, chunk));
    for (const run of runs) await settle(run, { ...chunk, position: runs.length === 1 ? position : null });
  }
  if (!position.isSaved()) await insist(() => savePosition(dataSource, group, records));
};

/** Saved with the chunk's effects where they are one transaction: another would wait for the disk once more. */
const positionAfter = (records: readonly ReceivedRecord[], group: string) => {
  let saved = false;
  return {
    save: (db: EntityManager) => savePosition(db, group, records),
    isSaved: () => saved,
    saved: () => (saved = true),
  };
};

/** Tries again whatever will pass; throws poison. */
type Insist = <Value>(attempt: () => Promise<Value>) => Promise<Value>;

/** What was said of a person before he was erased is passed by; that he is gone, and what happened to him, is not. */
const withoutErased = (events: readonly (EventRead | PoisonRead)[], erased: ReadonlySet<string>, chunk: Chunk) =>
  events.filter((event) => {
    const isPassed = erased.has(event.aggregateKey) && isOldRow(event.record);
    if (isPassed) count(chunk, event, 'erased');
    return !isPassed;
  });

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

type Chunk = ChunkHandling & {
  readonly insist: Insist;
  /** The aggregates that have a parked event, kept up to date as the chunk goes on. */
  readonly waiting: Set<string>;
  /** When all that is still to be done goes into one transaction. */
  readonly position: ReturnType<typeof positionAfter> | null;
};

const settle = async (run: Run, chunk: Chunk): Promise<void> => {
  const events = isPoison(run) ? [run] : run;
  const open = new Set(events.filter(({ aggregateKey }) => !chunk.waiting.has(aggregateKey)));
  for (const event of events) {
    if (!open.has(event)) await standBehind(event, chunk);
  }
  if (!isPoison(run)) {
    await apply(
      run.filter((event) => open.has(event)),
      chunk,
    );
  } else if (open.size > 0) {
    await putAside(run, run.cause, chunk);
  }
};

const standBehind = async (event: EventRead | PoisonRead, chunk: Chunk) => {
  if (await chunk.insist(() => parkBehind(chunk.dataSource, chunk.group, event))) {
    count(chunk, event, 'parked-behind');
    return;
  }
  // The last parked event of its aggregate has just been redriven.
  chunk.waiting.delete(event.aggregateKey);
  await settle(isPoison(event) ? event : [event], { ...chunk, position: null });
};

const apply = async (events: readonly EventRead[], chunk: Chunk): Promise<void> => {
  const [first] = events;
  if (!first) return;
  try {
    const fresh = await attempt(events, first, chunk);
    chunk.position?.saved();
    for (const event of events) count(chunk, event, fresh ? 'handled' : 'repeated');
  } catch (cause) {
    if (cause instanceof GivenUp) throw cause;
    if (events.length === 1) {
      await putAside(first, messageOf(cause), chunk);
      return;
    }
    // Somewhere in here is poison: what is before and after it goes on.
    const middle = events.length >> 1;
    await settle(events.slice(0, middle), { ...chunk, position: null });
    await settle(events.slice(middle), { ...chunk, position: null });
  }
};

/**
 * What looks like poison may have been a connection cut in an unusual way, and a handler late because the process or the
 * database stood still: a single event gets a second chance.
 */
const attempt = async (events: readonly EventRead[], first: EventRead, chunk: Chunk): Promise<boolean> => {
  try {
    return await once(events, first, chunk);
  } catch (cause) {
    if (events.length > 1 || cause instanceof GivenUp) throw cause;
    return once(events, first, chunk);
  }
};

const once = (events: readonly EventRead[], first: EventRead, chunk: Chunk) =>
  chunk.insist(() =>
    isEffect(first)
      ? applyEffect(first, chunk, chunk.position?.save)
      : applyProjections(events, chunk, chunk.position?.save),
  );

const putAside = async (event: EventRead | PoisonRead, cause: string, chunk: Chunk) => {
  const { dataSource, group, log } = chunk;
  await chunk.insist(() => park(dataSource, group, event, cause));
  chunk.waiting.add(event.aggregateKey);
  count(chunk, event, 'parked');
  log.error({ group, event: event.eventKey, aggregate: event.aggregateKey, cause }, 'An event was parked');
};

const count = ({ metrics, group }: Chunk, event: EventRead | PoisonRead, outcome: Outcome) =>
  metrics.consumed?.({ group, type: typeOf(event) ?? '', outcome });

const isPoison = (event: Run | EventRead): event is PoisonRead => 'kind' in event && event.kind === 'poison';

const typeOf = (event: EventRead | PoisonRead) => (event.kind === 'event' ? event.fact.type : event.type);
