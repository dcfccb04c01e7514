import { setTimeout as pause } from 'node:timers/promises';

import { type EventBus, type KafkaRecord, RecordRefused } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics } from '../metrics.ts';
import { nextPerLane, requestsOf } from './batches.ts';
import { recordOf } from './envelope.ts';
import type { OutboxRow, RelaySession } from './session.ts';

type DrainOptions = {
  readonly session: Pick<RelaySession, 'take' | 'mark' | 'block' | 'aDayAgo'>;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly service: string;
  readonly log: Log;
  readonly metrics?: MessagingMetrics;
  /** After a rejected send, before the rows go again; a spec need not wait. */
  readonly rest?: () => Promise<unknown>;
};

type Letter = KafkaRecord & { readonly row: OutboxRow };

/** After a rejected send; the rows stay in the outbox and go again, in order. */
const AFTER_FAILURE = 250;

/** How often it is settled anew up to when everything is published. */
const SETTLE = 3_600_000;

/**
 * Reads, sends, marks, until there is nothing left; gives the number of rows sent. While a full batch is under way the
 * next one is read, and while that one is sent the first is marked: the broker and the database work at the same time.
 */
export const createDrain = (options: DrainOptions) => {
  const { session } = options;
  const read = { since: '-infinity', perLane: nextPerLane([], 1), lanes: '', settledAt: 0 };

  /** When a pass over everything has come to its end, passes need not look at older days again. */
  const settleLater = async (lanes: readonly number[]) => {
    if (read.lanes !== lanes.join()) Object.assign(read, { since: '-infinity', lanes: lanes.join(), settledAt: 0 });
    if (Date.now() - read.settledAt < SETTLE) return () => undefined;
    const since = await session.aDayAgo();
    return () => Object.assign(read, { since, settledAt: Date.now() });
  };

  const take = (lanes: readonly number[], inHand: readonly Letter[]) =>
    session.take({ lanes, since: read.since, perLane: read.perLane, skip: inHand.map(({ row }) => row.id) });

  return async (lanes: readonly number[], going: () => boolean): Promise<number> => {
    const settle = await settleLater(lanes);
    const pending = new Set<Promise<unknown>>();
    let sent = 0;
    let next: Promise<OutboxRow[]> | null = take(lanes, []);
    try {
      while (next && going()) {
        const rows: OutboxRow[] = await next;
        const letters = rows.map((row) => ({ ...recordOf(row, options.service), row }));
        next = rows.length >= read.perLane ? later(take(lanes, letters)) : null;
        for (const request of requestsOf(letters)) {
          const delivered = await deliver(request, options);
          pending.add(later(session.mark(delivered)));
          sent += delivered.length;
        }
        read.perLane = nextPerLane(letters, lanes.length);
      }
      if (!next) settle();
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error;
      await afterFailure(error, options);
    }
    await Promise.all([...pending, next]);
    return sent;
  };
};

/** Awaited later: until then its failure is nobody's surprise. */
const later = <Value>(promise: Promise<Value>) => {
  promise.catch(() => undefined);
  return promise;
};

class SendFailed extends Error {}

const afterFailure = async ({ cause }: SendFailed, { metrics, log, rest }: DrainOptions) => {
  metrics?.publishFailed?.(cause instanceof Error ? cause.name : String(cause));
  log.warn({ err: cause }, 'Publishing failed; the rows go again');
  await (rest ?? (() => pause(AFTER_FAILURE)))();
};

/** Sends one request; gives the rows that are on their topics now. */
const deliver = async (letters: readonly Letter[], options: DrainOptions): Promise<OutboxRow[]> => {
  const begun = performance.now();
  try {
    await options.bus.publish(letters);
  } catch (cause) {
    if (cause instanceof RecordRefused) return findRefused(letters, options);
    throw new SendFailed('The broker did not take the records', { cause });
  }
  options.metrics?.published?.(letters.length, performance.now() - begun);
  return letters.map(({ row }) => row);
};

/** One record in the request is refused for good. It stops its own aggregate; all others go on. */
const findRefused = async (letters: readonly Letter[], options: DrainOptions): Promise<OutboxRow[]> => {
  const [first] = letters;
  if (letters.length === 1 && first) {
    await block(first, options);
    return [];
  }
  const middle = letters.length >> 1;
  const sent = await deliver(letters.slice(0, middle), options);
  const gone = new Set(sent.map(({ id }) => id));
  const stopped = new Set(letters.slice(0, middle).flatMap(({ key, row }) => (gone.has(row.id) ? [] : [key])));
  const rest = letters.slice(middle).filter(({ key }) => !stopped.has(key));
  return rest.length === 0 ? sent : [...sent, ...(await deliver(rest, options))];
};

const block = async ({ row }: Letter, { session, metrics, log }: DrainOptions) => {
  const reason = `The broker refuses event ${row.eventId} (${row.type})`;
  log.error({ event: row.eventId, aggregate: row.aggregateId }, `${reason}: the aggregate is blocked`);
  metrics?.aggregateBlocked?.(row.type);
  await session.block(row, reason);
};
