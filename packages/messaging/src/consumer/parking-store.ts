import { idOf } from '@crm/kernel';
import { enterTenant } from '@crm/persistence';
import type { DataSource, EntityManager } from 'typeorm';

import { discardPersonal } from '../erasure/erase.ts';
import { goesWith, isErased, mayBePersonal } from '../erasure/erased.ts';
import type { ReceivedRecord } from '../event-bus.ts';
import type { EventRead, PoisonRead } from './read-record.ts';
import { inTransaction } from './transactions.ts';

/** Puts an event aside, with the cause. What may be personal of somebody who was erased is not kept. */
export const park = (dataSource: DataSource, group: string, event: EventRead | PoisonRead, cause: string) =>
  inTransaction(dataSource, (db) => insert(db, group, event, { cause, behind: false }));

/** Puts an event aside because an earlier one of its aggregate is; false when that is no longer so. */
export const parkBehind = (dataSource: DataSource, group: string, event: EventRead | PoisonRead) =>
  inTransaction(dataSource, async (db) => {
    if (!(await lockParked(db, group, event.aggregateKey))) return false;
    const cause = event.kind === 'poison' ? event.cause : 'An earlier event of the aggregate is parked';
    await insert(db, group, event, { cause, behind: true });
    return true;
  });

/** Until the transaction ends, nobody else parks or redrives events of the aggregate. Tells whether there are any. */
export const lockParked = async (db: EntityManager, group: string, key: string) => {
  const [row] = await db.query<readonly { parked: boolean }[]>('select parked_lock($1, $2) as parked', [group, key]);
  return row?.parked === true;
};

const insert = async (
  db: EntityManager,
  group: string,
  event: EventRead | PoisonRead,
  { cause, behind }: { readonly cause: string; readonly behind: boolean },
) => {
  const { record } = event;
  if (mayBePersonal(record) && (await isOfErased(db, event))) return;
  const [tenant, type] = event.kind === 'event' ? [event.fact.tenant, event.fact.type] : [event.tenant, event.type];
  await enterTenant(db, { tenant: idOf(tenant) });
  await db.query(
    `insert into parked_event (consumer, event_key, aggregate_key, type, topic, partition, record_offset, record_key,
                               value, headers, cause, behind, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13)
     on conflict (consumer, event_key) do nothing`,
    [
      group,
      event.eventKey,
      event.aggregateKey,
      type,
      record.topic,
      record.partition,
      record.offset,
      record.key,
      record.value,
      JSON.stringify(record.headers),
      cause,
      behind,
      behind ? 0 : 1,
    ],
  );
};

/**
 * Whether a record is about somebody who was erased: by its key, or by the person it names. The record that names one
 * may be the first to tell whose its aggregate is: what is parked of it, as it could not be read, goes then.
 */
const isOfErased = async (db: EntityManager, { aggregateKey, record }: EventRead | PoisonRead): Promise<boolean> => {
  if (await isErased(db, aggregateKey)) return true;
  const person = goesWith(record);
  if (person === null || !(await isErased(db, person))) return false;
  await discardPersonal(db, [aggregateKey]);
  return true;
};

/** How far the group has come on a partition, and when what it saw last had happened. */
export const savePosition = async (
  database: Pick<DataSource | EntityManager, 'query'>,
  group: string,
  records: readonly ReceivedRecord[],
) => {
  const last = records.at(-1);
  if (!last) return;
  const occurredAt = new Date(last.headers['ce_time'] ?? '');
  await database.query(
    `insert into consumer_position (consumer, topic, partition, next_offset, last_occurred_at)
     values ($1, $2, $3, $4, $5)
     on conflict (consumer, topic, partition) do update
        set next_offset = excluded.next_offset, updated_at = clock_timestamp(),
            last_occurred_at = coalesce(excluded.last_occurred_at, consumer_position.last_occurred_at)`,
    [
      group,
      last.topic,
      last.partition,
      String(BigInt(last.offset) + 1n),
      Number.isNaN(occurredAt.getTime()) ? null : occurredAt,
    ],
  );
};
