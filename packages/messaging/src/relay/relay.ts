import type { EventBus } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { MessagingMetrics, OutboxLag } from '../metrics.ts';

export type RelayOptions = {
  /** The app role's. The relay keeps one session of its own, outside every pool. */
  readonly databaseUrl: string;
  readonly bus: EventBus;
  /** The service's name: `ce_source` is `/crm/<service>`. */
  readonly service: string;
  readonly log?: Log;
  readonly metrics?: MessagingMetrics;
  /** The session that holds the lanes' locks is lost: somebody else may lead them now. End the process at once. */
  readonly onFatal: (cause: Error) => void;
};

export type Relay = {
  /** Something was committed: look now rather than at the next poll. Cheap; call it after each commit. */
  readonly nudge: () => void;
  readonly lag: () => Promise<OutboxLag>;
  /** The lanes this process leads right now. */
  readonly lanes: () => readonly number[];
  /** Finishes the batch in hand and hands the lanes over. */
  readonly stop: () => Promise<void>;
};

/** Publishes what the outbox holds, as long as it runs. */
export const startRelay = (options: RelayOptions): Promise<Relay> => {
  throw new Error(`Not there yet: ${options.service}`);
};
