import { setTimeout as pause } from 'node:timers/promises';

import { type Result, accept, refuse } from '@crm/kernel';
import type { DataSource } from 'typeorm';

import type { Consumers } from '../consumer/consumers.ts';
import { ReplayNotDone } from '../consumer/membership.ts';
import {
  type ParkedEvent,
  type ParkedRecord,
  type Redriven,
  type RedriveFilter,
  countParked,
  discardParked,
  listParked,
  parkedOf,
  showParked,
} from '../consumer/parking.ts';
import type { GroupStart, PartitionLag } from '../event-bus.ts';
import type { OutboxLag } from '../metrics.ts';
import { type BlockedAggregate, listBlocked, unblock } from './blocked.ts';

export type ParkedCount = { readonly events: number; readonly aggregates: number; readonly oldestSeconds: number };

/** How far behind a service is: in telling, in hearing, and with what it could not handle. */
export type EventLag = {
  readonly outbox: OutboxLag;
  /** Null while it does not consume, or the broker does not answer: what is left to read is not known. */
  readonly partitions: readonly PartitionLag[] | null;
  readonly parked: ParkedCount;
};

/** The service hears no events now: the broker is away, or it is subscribed to none. */
export type NotConsuming = { readonly kind: 'not-consuming' };

/** The topics are not read again: why. */
export type NotReplayed = { readonly kind: 'not-replayed'; readonly because: string };

/** What an operator can look at and do with a service's events. Each works while the service serves. */
export type EventOperations = {
  readonly lag: () => Promise<EventLag>;
  /** The oldest first; of one aggregate, or of all. */
  readonly parked: (which: {
    readonly limit: number;
    readonly aggregateKey?: string | undefined;
  }) => Promise<readonly ParkedEvent[]>;
  readonly show: (id: string) => Promise<ParkedRecord | null>;
  readonly redrive: (filter: RedriveFilter) => Promise<Result<Redriven, NotConsuming>>;
  /** False when there is none of that id. */
  readonly discard: (id: string) => Promise<boolean>;
  /** Resolves when the service, with all its instances, reads the topics again from there. */
  readonly replay: (from: GroupStart) => Promise<Result<null, NotConsuming | NotReplayed>>;
  /** Aggregates whose events wait because the broker refuses the first of them; the longest blocked first. */
  readonly blocked: () => Promise<readonly BlockedAggregate[]>;
  /** Tries them again. False when the aggregate is not blocked. */
  readonly unblock: (aggregateId: string) => Promise<boolean>;
};

type Options = {
  /** The app role's. */
  readonly dataSource: DataSource;
  /** Asked each time: they come up when the broker does. */
  readonly consumers: () => Consumers | undefined;
};

export const eventOperations = ({ dataSource, consumers }: Options): EventOperations => ({
  lag: lagOf(dataSource, unreadOf(consumers)),
  parked: ({ limit, aggregateKey }) =>
    aggregateKey === undefined ? listParked(dataSource, { limit }) : parkedOf(dataSource, null, aggregateKey, limit),
  show: (id) => showParked(dataSource, id),
  redrive: async (filter) => {
    const running = consumers();
    return running ? accept(await running.redrive(filter)) : refuse({ kind: 'not-consuming' });
  },
  discard: (id) => discardParked(dataSource, id),
  replay: async (from) => {
    const running = consumers();
    return running ? replayed(running, from) : refuse({ kind: 'not-consuming' });
  },
  blocked: () => listBlocked(dataSource),
  unblock: (aggregateId) => unblock(dataSource, aggregateId),
});

const lagOf =
  (dataSource: DataSource, unread: () => Promise<EventLag['partitions']>) => async (): Promise<EventLag> => {
    const [outbox, partitions, parked] = await Promise.all([outboxLag(dataSource), unread(), parkedCount(dataSource)]);
    return { outbox, partitions, parked };
  };

/** A broker that is there answers at once. One that is away must not hide what the database says meanwhile. */
const BROKER_PATIENCE_MS = 2_000;

/** What is left to read; null when nobody can say. While the broker is still being asked, it is not asked once more. */
const unreadOf = (consumers: Options['consumers']) => {
  let asking: Promise<EventLag['partitions']> | null = null;
  const ask = (running: Consumers) =>
    running
      .lag()
      .catch(() => null)
      .finally(() => {
        asking = null;
      });
  return async (): Promise<EventLag['partitions']> => {
    const running = consumers();
    if (!running) return null;
    const enough = new AbortController();
    asking ??= ask(running);
    try {
      return await Promise.race([asking, pause(BROKER_PATIENCE_MS, null, { signal: enough.signal })]);
    } finally {
      enough.abort();
    }
  };
};

const replayed = async (running: Consumers, from: GroupStart): Promise<Result<null, NotReplayed>> => {
  try {
    await running.replay(from);
    return accept(null);
  } catch (error) {
    if (error instanceof ReplayNotDone) return refuse({ kind: 'not-replayed', because: error.message });
    throw error;
  }
};

/** Asked of the database and not of the relay: what waits while there is no relay is what matters most. */
const outboxLag = async (dataSource: DataSource): Promise<OutboxLag> => {
  const [lag] =
    await dataSource.query<readonly { rows: string; oldest_seconds: number; blocked: string }[]>(
      'select * from outbox_lag()',
    );
  return {
    rows: Number(lag?.rows ?? 0),
    oldestSeconds: lag?.oldest_seconds ?? 0,
    blockedAggregates: Number(lag?.blocked ?? 0),
  };
};

const parkedCount = async (dataSource: DataSource): Promise<ParkedCount> => {
  const counts = await countParked(dataSource);
  return {
    events: counts.reduce((sum, { events }) => sum + events, 0),
    aggregates: counts.reduce((sum, { aggregates }) => sum + aggregates, 0),
    oldestSeconds: Math.max(0, ...counts.map(({ oldestSeconds }) => oldestSeconds)),
  };
};
