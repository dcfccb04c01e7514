import { type OnCommit, transactOn } from '@crm/persistence';
import type { DataSource } from 'typeorm';

import type { EventBus, GroupStart, PartitionLag } from '../event-bus.ts';
import { type Log, noLog } from '../log.ts';
import type { MessagingMetrics } from '../metrics.ts';
import type { Subscription } from '../subscription.ts';
import { topicsOf } from '../topics.ts';
import { type ChunkHandling, handleChunk } from './handle-chunk.ts';
import type { Redriven, RedriveFilter } from './parking.ts';
import { keepMember } from './membership.ts';
import { byType } from './read-record.ts';
import { redriveParked } from './redrive.ts';

export type ConsumersOptions = {
  readonly bus: EventBus;
  /** Kafka's group and the name under which the inbox and parked events are kept: `crm.<service>`. */
  readonly group: string;
  /** All of a group's subscriptions share order and parking, per aggregate. */
  readonly subscriptions: readonly Subscription[];
  /** The app role's. */
  readonly dataSource: DataSource;
  /** After an effect committed new facts: the relay's `nudge`. */
  readonly onCommit?: OnCommit;
  readonly log?: Log;
  readonly metrics?: MessagingMetrics;
  /** The consumer stopped for good. End the process. */
  readonly onFatal: (cause: Error) => void;
  /** A handler that takes longer is taken for one that never ends, and its event is parked. Default 30 000. */
  readonly handlerTimeoutMs?: number;
  /** How long a replay waits for the other instances to leave the group. Default 120 000, longer than the dead stay in it. */
  readonly replayGiveUpMs?: number;
  /** Copies of a topic that has to be created. Default 1. */
  readonly replicationFactor?: number;
};

export type Consumers = {
  readonly lag: () => Promise<PartitionLag[]>;
  /** Tries parked events again, in order per aggregate; stops at the first of an aggregate that fails again. */
  readonly redrive: (filter: RedriveFilter) => Promise<Redriven>;
  /**
   * Reads the topics again from there, while serving: repeats change nothing, what is missing is filled in. All
   * instances of the group do; resolves when this one does. Throws `ReplayNotDone` when they cannot.
   */
  readonly replay: (from: GroupStart) => Promise<void>;
  /** Finishes the transactions in hand, commits their offsets, leaves the group. */
  readonly stop: () => Promise<void>;
};

const HANDLER_TIMEOUT = 30_000;
const REPLAY_GIVE_UP = 120_000;
const MAINTAIN = 3_600_000;
const DAYS_AHEAD = 7;
/** Longer than topics (28 days) and the archive (30) keep an event that could come again. */
const INBOX_DAYS = 45;

/** Reacts to facts for as long as it runs. A new group starts with the oldest kept record. Creates missing topics. */
export const startConsumers = async (options: ConsumersOptions): Promise<Consumers> => {
  const { bus, group, dataSource } = options;
  const handling = handlingOf(options);
  const plans = topicsOf(
    options.subscriptions.map(({ to }) => to),
    { replicationFactor: options.replicationFactor ?? 1 },
  );
  const topics = plans.map(({ topic }) => topic);
  const join = () =>
    bus.consume({
      groupId: group,
      topics,
      fromBeginning: true,
      onBatch: ({ records, signal }) => handleChunk(records, handling, signal),
      onFatal: options.onFatal,
    });

  await bus.ensureTopics(plans);
  const stopMaintaining = maintainInbox(dataSource, handling.log);
  const membership = await keepMember({
    bus,
    database: dataSource,
    group,
    topics,
    join,
    log: handling.log,
    giveUpAfterMs: options.replayGiveUpMs ?? REPLAY_GIVE_UP,
  });
  return {
    lag: () => bus.lag(group, topics),
    redrive: (filter) => redriveParked(handling, filter),
    replay: membership.replay,
    stop: async () => {
      stopMaintaining();
      await membership.stop();
    },
  };
};

const handlingOf = (options: ConsumersOptions): ChunkHandling => ({
  dataSource: options.dataSource,
  transact: transactOn(options.dataSource, options.onCommit),
  group: options.group,
  handlerTimeoutMs: options.handlerTimeoutMs ?? HANDLER_TIMEOUT,
  subscriptions: byType(options.subscriptions),
  log: options.log ?? noLog,
  metrics: options.metrics ?? {},
});

/** Makes the days ahead and drops old ones; any instance may, and the others find it done. */
const maintainInbox = (dataSource: DataSource, log: Log) => {
  const maintain = async () => {
    try {
      await dataSource.query('select inbox_maintain($1, $2)', [DAYS_AHEAD, INBOX_DAYS]);
    } catch (error) {
      log.warn({ err: error }, 'The inbox could not be maintained now');
    }
  };
  void maintain();
  const timer = setInterval(() => void maintain(), MAINTAIN);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
