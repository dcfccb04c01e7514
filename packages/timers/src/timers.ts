import { setTimeout as pause } from 'node:timers/promises';

import { type OnCommit, transactOn } from '@crm/persistence';
import type { DataSource } from 'typeorm';

import { type Due, fire, type Firing, type TimerHandler, type TimerLog, type TimerMetrics } from './fire.ts';
import { nextSleep } from './pace.ts';

export type TimersOptions = {
  /** The app role's. */
  readonly dataSource: DataSource;
  readonly handlers: readonly TimerHandler[];
  /** After a handler committed new facts: the relay's `nudge`. */
  readonly onCommit?: OnCommit;
  readonly log?: TimerLog;
  readonly metrics?: TimerMetrics;
  /** Handlers at work at once; each holds a connection. Default 2. */
  readonly concurrency?: number;
};

export type Timers = {
  /** A timer may have been set for sooner than the next look, at most a second away. */
  readonly nudge: () => void;
  /** Due and not fired, and parked: of all tenants. */
  readonly lag: () => Promise<TimerLag>;
  /** Lets handlers at work finish. */
  readonly stop: () => Promise<void>;
};

export type TimerLag = { readonly due: number; readonly oldestSeconds: number; readonly parked: number };

const CONCURRENCY = 2;

/** Due timers looked up at once. */
const AT_ONCE = 64;

/** After the database could not be asked. */
const AFTER_FAILURE = 1_000;

/** Fires timers as they fall due. Any number of processes may do so at once: each timer is fired by one of them. */
export const startTimers = (options: TimersOptions): Timers => {
  const { dataSource, handlers, log, metrics } = options;
  const firing: Firing = {
    transact: transactOn(dataSource, options.onCommit),
    handlers: new Map(handlers.map((handler) => [handler.kind, handler])),
    ...(log ? { log } : {}),
    ...(metrics ? { metrics } : {}),
  };
  const running = new AbortController();
  const bell = createBell(running.signal);
  const finished = loop({ ...options, ...firing }, running.signal, bell.sleep);
  return {
    nudge: bell.ring,
    lag: () => lagOf(dataSource),
    stop: async () => {
      running.abort();
      await finished;
    },
  };
};

type Looping = Firing & Pick<TimersOptions, 'dataSource' | 'concurrency'>;

const loop = async (options: Looping, stopped: AbortSignal, sleep: (ms: number) => Promise<void>) => {
  const kinds = [...options.handlers.keys()];
  while (!stopped.aborted) {
    try {
      const due = await dueTimers(options.dataSource, kinds);
      await fireAll(due, options, stopped);
      if (due.length < AT_ONCE) await sleep(nextSleep(await nextWait(options.dataSource, kinds)));
    } catch (error) {
      options.log?.warn({ err: error }, 'Timers could not be looked at and wait');
      await sleep(AFTER_FAILURE);
    }
  }
};

const fireAll = async (due: readonly Due[], options: Looping, stopped: AbortSignal) => {
  // Two workers that found the same timers begin at different ends.
  const queue = Math.random() < 0.5 ? [...due] : due.toReversed();
  const work = async () => {
    for (let next = queue.shift(); next && !stopped.aborted; next = queue.shift()) await fire(next, options);
  };
  await Promise.all(Array.from({ length: options.concurrency ?? CONCURRENCY }, work));
};

/** What is due is looked up across tenants, by functions of the owner: outside any tenant's unit of work. */
type Lookup = Pick<DataSource, 'query'>;

const dueTimers = (lookup: Lookup, kinds: readonly string[]) =>
  lookup.query<readonly Due[]>('select id, tenant_id as tenant from timer_due($1, $2)', [kinds, AT_ONCE]);

const nextWait = async (lookup: Lookup, kinds: readonly string[]) => {
  const [row] = await lookup.query<readonly { wait: number | null }[]>('select timer_wait($1) as wait', [kinds]);
  return row?.wait ?? null;
};

const lagOf = async (lookup: Lookup): Promise<TimerLag> => {
  const [row] =
    await lookup.query<readonly { due: string; oldest_seconds: number; parked: string }[]>('select * from timer_lag()');
  return {
    due: Number(row?.due ?? 0),
    oldestSeconds: row?.oldest_seconds ?? 0,
    parked: Number(row?.parked ?? 0),
  };
};

/** Sleeps that a ring, or the end, cuts short. A ring while nobody sleeps is remembered. */
const createBell = (stopped: AbortSignal) => {
  let rung = new AbortController();
  return {
    ring: () => {
      rung.abort();
    },
    sleep: async (ms: number) => {
      await pause(ms, undefined, { signal: AbortSignal.any([stopped, rung.signal]) }).catch(() => undefined);
      rung = new AbortController();
    },
  };
};
