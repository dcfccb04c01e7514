import { setTimeout as pause } from 'node:timers/promises';

import { isTraced, traced } from '@crm/tracing';

import { type EventBus, RecordRefused } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics } from '../metrics.ts';
import { nextPerLane, requestsOf } from './batches.ts';
import type { Letter } from './letter.ts';
import type { RelaySession } from './session.ts';

type DrainOptions = {
  readonly session: Pick<RelaySession, 'take' | 'mark' | 'block'>;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly log: Log;
  readonly metrics?: MessagingMetrics;
  /** After a rejected send, before the rows go again; a spec need not wait. */
  readonly rest?: () => Promise<unknown>;
};

/** After a rejected send; the rows stay in the outbox and go again, in order. */
const AFTER_FAILURE = 250;

/**
 * Reads, sends, marks, until there is nothing left; gives the number of rows sent. While a full batch is under way the
 * next one is read, and while that one is sent the first is marked: the broker and the database work at the same time.
 * The last mark is not waited for: the session does one thing after the other, so the next read comes after it.
 */
export const createDrain = (options: DrainOptions) => {
  const { session } = options;
  let perLane = nextPerLane([], 1);
  let marked: Promise<unknown> = Promise.resolve();

  const take = (lanes: readonly number[], inHand: readonly Letter[]) =>
    later(session.take({ lanes, perLane, skip: inHand.map(({ place }) => place.id) }));

  const mark = (delivered: readonly Letter[]) => {
    marked = later(Promise.all([marked, session.mark(delivered)]));
    return delivered.length;
  };

  const drain = async (lanes: readonly number[], going: () => boolean) => {
    let sent = 0;
    const delivering = { ...options, blocked: new Set<string>() };
    let next: Promise<Letter[]> | null = take(lanes, []);
    while (next && going()) {
      const letters: Letter[] = await next;
      next = letters.length >= perLane ? take(lanes, letters) : null;
      for (const request of requestsOf(letters))
        sent += mark(await deliver(withoutBlocked(request, delivering), delivering));
      perLane = nextPerLane(letters, lanes.length);
      // What was read ahead may go on with an aggregate that was blocked since: it is read anew.
      if (delivering.blocked.size > 0) break;
    }
    return { sent, next };
  };

  return async (lanes: readonly number[], going: () => boolean): Promise<number> => {
    await marked;
    try {
      const { sent, next } = await drain(lanes, going);
      await next;
      return sent;
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error;
      await afterFailure(error, options);
      return 0;
    }
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

type Delivering = DrainOptions & {
  /** Aggregates whose record was refused since the rows in hand were read: what follows of them must wait. */
  readonly blocked: Set<string>;
};

const withoutBlocked = (letters: readonly Letter[], { blocked }: Delivering) =>
  blocked.size === 0 ? letters : letters.filter(({ key }) => !blocked.has(key));

/** Sends one request; gives the rows that are on their topics now. */
const deliver = async (letters: readonly Letter[], options: Delivering): Promise<readonly Letter[]> => {
  if (letters.length === 0) return [];
  const begun = performance.now();
  try {
    const published = options.bus.publish(letters);
    if (isTraced()) tell(letters, published);
    await published;
  } catch (cause) {
    if (cause instanceof RecordRefused) return findRefused(letters, options);
    throw new SendFailed('The broker did not take the records', { cause });
  }
  options.metrics?.published?.(letters.length, performance.now() - begun);
  return letters;
};

/** A span for each record that is part of a trace: they travel together, and each belongs to a story of its own. */
const tell = (letters: readonly Letter[], published: Promise<void>) => {
  for (const { topic, headers } of letters) {
    const { traceparent } = headers;
    if (traceparent === undefined) continue;
    // Whoever publishes hears of a failure.
    traced({ name: `publish ${topic}`, kind: 'producer', traceparent }, () => published).catch(() => undefined);
  }
};

/** One record in the request is refused for good. It stops its own aggregate; all others go on. */
const findRefused = async (letters: readonly Letter[], options: Delivering): Promise<readonly Letter[]> => {
  const [first] = letters;
  if (letters.length === 1 && first) {
    await block(first, options);
    return [];
  }
  const middle = letters.length >> 1;
  const sent = await deliver(letters.slice(0, middle), options);
  return [...sent, ...(await deliver(withoutBlocked(letters.slice(middle), options), options))];
};

const block = async (letter: Letter, { session, metrics, log, blocked }: Delivering) => {
  const { eventId, type, key } = letter;
  const reason = `The broker refuses event ${eventId} (${type})`;
  log.error({ event: eventId, aggregate: key }, `${reason}: the aggregate is blocked`);
  metrics?.aggregateBlocked?.(type);
  blocked.add(key);
  await session.block(letter, reason);
};
