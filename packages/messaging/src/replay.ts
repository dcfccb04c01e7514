import type { DataSource } from 'typeorm';

import { REPLAY_GROUP_HEADER } from './consumer/read-record.ts';
import type { EventBus, KafkaRecord } from './event-bus.ts';
import { requestsOf } from './relay/batches.ts';
import { recordOf } from './relay/envelope.ts';

export type ReplayOptions = {
  readonly bus: Pick<EventBus, 'publish'>;
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
  /** Facts that happened at or after this. */
  readonly from?: Date;
  /** Facts that happened before this. */
  readonly to?: Date;
  /** Counts, and sends nothing. */
  readonly dryRun?: boolean;
};

const PAGE = 1_000;

/**
 * Sends published facts once more, in their old order and with their old ids. State topics are left out: an old row
 * must not become a key's latest. To read topics again from the start, use `Consumers.replay`.
 */
export const replayArchive = async (options: ReplayOptions): Promise<{ readonly records: number }> => {
  let records = 0;
  let after = '0';
  for (;;) {
    const page = await archived(options, after);
    records += page.length;
    const last = page.at(-1);
    if (!last) return { records };
    after = last.id;
    if (!options.dryRun) await send(page, options);
  }
};

const send = async (page: readonly ArchivedRow[], { bus, service, replayId, group }: ReplayOptions) => {
  const more = { replay_id: replayId, ...(group ? { [REPLAY_GROUP_HEADER]: group } : {}) };
  const letters = page.map((row): KafkaRecord => {
    const record = recordOf(rowOf(row), service);
    return { ...record, headers: { ...record.headers, ...more } };
  });
  for (const request of requestsOf(letters)) await bus.publish(request);
};

type ArchivedRow = {
  readonly id: string;
  readonly event_id: string;
  readonly tenant_id: string;
  readonly topic: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly occurred_at: string;
  readonly actor: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly payload: string | null;
};

const archived = ({ dataSource, aggregateId, type, from, to }: ReplayOptions, after: string) =>
  dataSource.query<readonly ArchivedRow[]>('select * from outbox_archive($1, $2, $3, $4, $5, $6)', [
    after,
    PAGE,
    aggregateId ?? null,
    type ?? null,
    from ?? null,
    to ?? null,
  ]);

const rowOf = (row: ArchivedRow) => ({
  eventId: row.event_id,
  tenant: row.tenant_id,
  topic: row.topic,
  type: row.type,
  subject: `${row.aggregate_type}/${row.aggregate_id}`,
  aggregateId: row.aggregate_id,
  aggregateVersion: String(row.aggregate_version),
  occurredAt: row.occurred_at,
  actor: row.actor,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
  traceparent: row.traceparent,
  payload: row.payload,
});
