import type { Contract } from '@crm/contracts';
import {
  type Consumers,
  type EventBus,
  type EventOperations,
  type Relay,
  type Subscription,
  eventOperations,
  kafkaEventBus,
  startConsumers,
  startRelay,
  topicsOf,
} from '@crm/messaging';
import { type TimerHandler, type Timers, startTimers } from '@crm/timers';
import type { DataSource } from 'typeorm';

import type { ServiceConfig } from './config.ts';
import type { Logger } from './log.ts';
import type { ServiceMetrics } from './metrics.ts';

type Options = {
  readonly service: string;
  readonly config: ServiceConfig;
  readonly dataSource: DataSource;
  readonly subscriptions: readonly Subscription[];
  readonly timers: readonly TimerHandler[];
  readonly owned: readonly Contract[];
  readonly log: Logger;
  readonly metrics: ServiceMetrics;
  readonly onFatal: (cause: Error) => void;
};

export type Messaging = {
  readonly nudge: () => void;
  /** What an operator can see and do. */
  readonly operations: EventOperations;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
};

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

/**
 * Relay, consumers and timers. They come up when the broker does, in their own time: a service serves without it, and
 * the outbox keeps what is to be said.
 */
export const startMessaging = (options: Options): Messaging =>
  options.config.brokers.length === 0 ? withoutBroker(options) : withBroker(options);

/** Nothing is published or consumed; the outbox keeps what is to be said. */
const withoutBroker = ({ dataSource }: Options): Messaging => ({
  nudge: () => undefined,
  operations: eventOperations({ dataSource, consumers: () => undefined }),
  isRunning: () => false,
  stop: () => Promise.resolve(),
});

const busOf = ({ service, log, config: { brokers, brokerAccess, memberTimeoutMs } }: Options) =>
  kafkaEventBus({
    brokers,
    ...brokerAccess,
    ...(memberTimeoutMs !== undefined && { memberTimeoutMs }),
    clientId: `crm-${service}`,
    log,
  });

const withBroker = (options: Options): Messaging => {
  const bus = busOf(options);
  const running: { relay?: Relay; consumers?: Consumers; timers?: Timers } = {};
  let stopping = false;

  const nudge = () => running.relay?.nudge();
  const comeUp = async () => {
    for (let pause = FIRST_RETRY_MS; !stopping; pause = Math.min(pause * 2, LAST_RETRY_MS)) {
      try {
        await startParts(options, bus, running, nudge);
        return;
      } catch (error) {
        options.log.warn({ err: error }, 'the broker cannot be reached or refuses us; trying again');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  const cameUp = comeUp();

  return {
    nudge,
    operations: eventOperations({ dataSource: options.dataSource, consumers: () => running.consumers }),
    isRunning: () =>
      running.relay !== undefined && (options.subscriptions.length === 0 || running.consumers !== undefined),
    stop: async () => {
      stopping = true;
      await Promise.race([cameUp, new Promise((resolve) => setTimeout(resolve, FIRST_RETRY_MS).unref())]);
      await Promise.all([running.consumers?.stop(), running.timers?.stop()]);
      await running.relay?.stop();
      await bus.close();
    },
  };
};

/** Starts what does not run yet: called again after a failure, it goes on where it stopped. */
const startParts = async (
  { service, config, dataSource, subscriptions, timers, owned, log, metrics, onFatal }: Options,
  bus: EventBus,
  running: { relay?: Relay; consumers?: Consumers; timers?: Timers },
  nudge: () => void,
) => {
  if (timers.length > 0) {
    running.timers ??= startTimers({ dataSource, handlers: timers, onCommit: nudge, log, metrics: metrics.timers });
  }
  await bus.ensureTopics(topicsOf([...owned, ...subscriptions.map(({ to }) => to)]));
  running.relay ??= await startRelay({
    databaseUrl: config.databaseUrl,
    bus,
    service,
    log,
    metrics: metrics.messaging,
    onFatal,
  });
  if (subscriptions.length === 0) return;
  running.consumers ??= await startConsumers({
    bus,
    group: `crm.${service}`,
    subscriptions,
    dataSource,
    onCommit: nudge,
    log,
    metrics: metrics.messaging,
    onFatal,
  });
};
