import type { DataSource } from 'typeorm';

import type { EventBus, GroupStart, PartitionLag } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics } from '../metrics.ts';
import type { Subscription } from '../subscription.ts';
import type { Redriven, RedriveFilter } from './parking.ts';

export type ConsumersOptions = {
  readonly bus: EventBus;
  /** Kafka's group and the name under which the inbox and parked events are kept: `crm.<service>`. */
  readonly group: string;
  /** All of a group's subscriptions share order and parking, per aggregate. */
  readonly subscriptions: readonly Subscription[];
  /** The app role's. */
  readonly dataSource: DataSource;
  /** After an effect committed new facts: the relay's `nudge`. */
  readonly onCommit?: () => void;
  readonly log?: Log;
  readonly metrics?: MessagingMetrics;
  /** The consumer stopped for good. End the process. */
  readonly onFatal: (cause: Error) => void;
  /** A handler that takes longer is taken for one that never ends, and its event is parked. Default 30 000. */
  readonly handlerTimeoutMs?: number;
};

export type Consumers = {
  readonly lag: () => Promise<PartitionLag[]>;
  /** Tries parked events again, in order per aggregate; stops at the first of an aggregate that fails again. */
  readonly redrive: (filter: RedriveFilter) => Promise<Redriven>;
  /** Reads the topics again from there, while serving: repeats change nothing, what is missing is filled in. */
  readonly replay: (from: GroupStart) => Promise<void>;
  /** Finishes the transactions in hand, commits their offsets, leaves the group. */
  readonly stop: () => Promise<void>;
};

/** Reacts to facts, as long as it runs. Creates missing topics first. */
export const startConsumers = (options: ConsumersOptions): Promise<Consumers> => {
  throw new Error(`Not there yet: ${options.group}`);
};
