import { setTimeout as after } from 'node:timers/promises';

import { kafkaEventBus, type EventBus, startConsumers, startRelay } from '@crm/messaging';
import { openDatabase, transactOn } from '@crm/persistence';

import { commandsOf } from './commands.ts';
import { type Acknowledged, change, subscriptionsTo, type TopicPair } from './thing.ts';

/** Where a process kills itself, as a power cut would: nothing is said and nothing is tidied. */
export type KillPoint = 'before-send' | 'after-send' | 'before-commit' | 'after-commit';

/** What a scenario is played on. */
export type Place = {
  readonly brokers: readonly string[];
  /** The service that changes things, and the one that follows. */
  readonly source: string;
  readonly target: string;
  readonly topics: TopicPair;
  readonly group: string;
};

export type Part = 'commands' | 'relay' | 'consumers';

export type Plan = {
  readonly place: Place;
  readonly parts: readonly Part[];
  readonly seed: number;
  readonly commands: number;
  readonly die: { readonly at: KillPoint; readonly nth: number } | null;
  /** So many timers it never lets go: a spec of the checker plants them. */
  readonly leaks?: number;
  /** Milliseconds between two commands; without it one follows the other. */
  readonly every?: number;
};

type Options = {
  readonly onFatal: (cause: Error) => void;
  readonly reached?: (point: KillPoint) => void;
  /** The relay is about to send so many records. */
  readonly onSend?: (records: number) => void;
  /** A command has succeeded, and its user knows. */
  readonly onAcknowledged?: (what: Acknowledged) => void;
  /** A spec that plants a bug puts it between the relay and the bus. */
  readonly relayBus?: (bus: EventBus) => Pick<EventBus, 'publish'>;
};

export type Running = {
  /** All commands were tried. */
  readonly finished: Promise<void>;
  readonly stop: () => Promise<void>;
};

const HANDLER_TIMEOUT = 300;
/** The least a broker allows: specs wait for it. */
const MEMBER_TIMEOUT = 6_000;

/** The parts of a service that have to do with events, just as the runtime starts them. */
export const startParts = async (plan: Plan, options: Options): Promise<Running> => {
  const { place, parts } = plan;
  const bus = kafkaEventBus({ brokers: place.brokers, clientId: 'spec', memberTimeoutMs: MEMBER_TIMEOUT });
  const stops: (() => Promise<unknown>)[] = [() => bus.close()];
  const relay = parts.includes('relay') ? await relaying(place, bus, options) : null;
  if (relay) stops.unshift(relay.stop);
  if (parts.includes('consumers')) stops.unshift(...(await consuming(place, bus, options)));
  const busy = await commanding(plan, options.onAcknowledged, relay?.nudge);
  stops.unshift(busy.stop);
  return {
    finished: busy.finished,
    stop: async () => {
      for (const stop of stops) await stop().catch(() => undefined);
    },
  };
};

const relaying = (place: Place, bus: EventBus, options: Options) =>
  startRelay({
    databaseUrl: place.source,
    bus: options.relayBus?.(bus) ?? watched(bus, options),
    service: 'spec',
    onFatal: options.onFatal,
  });

const watched = ({ publish }: EventBus, options: Options): Pick<EventBus, 'publish'> => {
  const { reached = () => undefined, onSend } = options;
  return {
    publish: async (records) => {
      onSend?.(records.length);
      reached('before-send');
      await publish(records);
      reached('after-send');
    },
  };
};

const consuming = async (place: Place, bus: EventBus, { onFatal, reached = () => undefined }: Options) => {
  const dataSource = await openDatabase({ url: place.target, entities: [], applicationName: 'spec', poolSize: 4 });
  const consume: EventBus['consume'] = (options) =>
    bus.consume({
      ...options,
      onBatch: async (batch) => {
        await options.onBatch(batch);
        reached('after-commit');
      },
    });
  const consumers = await startConsumers({
    bus: { ...bus, consume },
    group: place.group,
    subscriptions: subscriptionsTo(place.topics, () => {
      reached('before-commit');
    }),
    dataSource,
    onFatal,
    handlerTimeoutMs: HANDLER_TIMEOUT,
  });
  return [consumers.stop, () => dataSource.destroy()];
};

/** Commands one after another until they are done or stopped; one that fails is not tried again. */
const commanding = async (
  { place, parts, seed, commands, every = 0 }: Plan,
  onAcknowledged: Options['onAcknowledged'] = () => undefined,
  nudge?: () => void,
) => {
  const { source, topics } = place;
  const wanted = commandsOf(seed, parts.includes('commands') ? commands : 0);
  const dataSource = await openDatabase({ url: source, entities: [], applicationName: 'spec', poolSize: 4 });
  const transact = transactOn(dataSource, nudge);
  let stopped = false;
  const work = async () => {
    for (const command of wanted) {
      if (stopped) return;
      // Whether a command whose connection was lost has happened is not known: it may be either.
      await change(transact, topics, command).then(onAcknowledged, () => undefined);
      if (every > 0) await after(every);
    }
  };
  const finished = work();
  return {
    finished,
    stop: async () => {
      stopped = true;
      await finished;
      await dataSource.destroy();
    },
  };
};
