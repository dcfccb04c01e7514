import type { DataSource } from 'typeorm';

import type { EventBus } from './event-bus.ts';

export type ReplayOptions = {
  readonly bus: EventBus;
  /** Of the service whose outbox is the archive. */
  readonly dataSource: DataSource;
  /** As the relay's: `ce_source`. */
  readonly service: string;
  /** Names this replay in each record's `replay_id` header. */
  readonly replayId: string;
  /** Only consumers of this group take the records; others pass them by. Without it, all do. */
  readonly group?: string;
  readonly aggregateId?: string;
  readonly type?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** Counts, and sends nothing. */
  readonly dryRun?: boolean;
};

/**
 * Sends published facts once more, in their old order and with their old ids. State topics are left out: an old row
 * must not become a key's latest.
 */
export const replayArchive = (options: ReplayOptions): Promise<{ readonly records: number }> => {
  throw new Error(`Not there yet: ${options.service}`);
};
