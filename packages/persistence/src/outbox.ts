import { type Fact, isState, withVariants } from '@crm/contracts';
import { type Actor, newId } from '@crm/kernel';
import type { EntityManager } from 'typeorm';

import { queryNamed } from './named.ts';
import { isolateTenants, ownerSeesAll } from './tenant-isolation.ts';

/** Facts of one aggregate share a lane; a lane has one leader, so their order is kept. Never change it: rows carry it. */
export const OUTBOX_LANES = 4;

/**
 * What of the outbox is still to be published: one narrow row for each, written by the same statement and deleted when
 * the broker has the fact. (A trigger would do the same for twice the time.) Rows live for milliseconds: what is dead is
 * cleared away before a look has to step over much of it. Can be run again.
 */
export const createOutboxPendingSql = `
  create table if not exists outbox_pending (
    lane smallint not null,
    id bigint not null,
    recorded_at timestamptz not null,
    primary key (lane, id)
  );
  alter table outbox_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
`;

/**
 * `aggregate_head` is each aggregate's lock and gap-free version source. `outbox` holds every fact for some weeks: the
 * archive that replays read. Which of them are still to be published stands beside it, in `outbox_pending`:
 * a row is never written twice. `id` counts up under the aggregate's lock, so it orders each aggregate's facts;
 * `payload` is the Kafka value, ready to send; null is a tombstone. Partitioned by day, so that old days are dropped
 * whole (messaging's SQL makes the days); as few indexes as will do, since every command pays them.
 */
export const createOutboxSql = `
  create table aggregate_head (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    type text not null,
    id uuid not null,
    version integer not null,
    primary key (tenant_id, type, id)
  );
  ${isolateTenants('aggregate_head')}

  create table outbox (
    id bigint generated always as identity,
    recorded_at timestamptz not null default clock_timestamp(),
    lane smallint not null,
    event_id uuid not null,
    tenant_id uuid not null,
    topic text not null,
    type text not null,
    aggregate_type text not null,
    aggregate_id uuid not null,
    aggregate_version integer not null,
    occurred_at timestamptz not null,
    actor text not null,
    correlation_id text not null,
    causation_id text,
    traceparent text,
    payload text,
    primary key (recorded_at, id)
  ) partition by range (recorded_at);
  create table outbox_default partition of outbox default;
  ${isolateTenants('outbox')}
  ${ownerSeesAll('outbox')}
  ${isolateTenants('outbox_default')}
  ${createOutboxPendingSql}
`;

/** Rows of one statement. Most commands announce a fact and a state or two. */
const ROWS_AT_ONCE = 8;

const COLUMNS = [
  'event_id',
  'topic',
  'type',
  'aggregate_type',
  'aggregate_id',
  'aggregate_version',
  'occurred_at',
  'payload',
];
const SHARED = ['tenant_id', 'actor', 'correlation_id', 'causation_id', 'traceparent'];

/**
 * Written row by row, for each number of rows a statement of its own that is planned once for a connection: arrays to be
 * unnested cost Postgres and the driver twice as much. Values are taken in their order, so ids count up in it.
 */
const insertOf = (rows: number) => {
  const places = Array.from({ length: SHARED.length + rows * COLUMNS.length }, (_, at) => `$${String(at + 1)}`);
  const shared = places.slice(0, SHARED.length).join(', ');
  const values = Array.from({ length: rows }, (_, row) => {
    const own = places.slice(SHARED.length + row * COLUMNS.length).slice(0, COLUMNS.length);
    const aggregate = `${own[COLUMNS.indexOf('aggregate_id')] ?? ''}::uuid`;
    return `(abs(hashtext(${aggregate}::text)::bigint) % ${String(OUTBOX_LANES)}, ${shared}, ${own.join(', ')})`;
  });
  return `
  with written as (
    insert into outbox (lane, ${[...SHARED, ...COLUMNS].join(', ')}) values ${values.join(', ')}
    returning lane, id, recorded_at)
  insert into outbox_pending (lane, id, recorded_at) select lane, id, recorded_at from written`;
};

const INSERTS = Array.from({ length: ROWS_AT_ONCE }, (_, at) => ({
  name: `write-outbox-${String(at + 1)}`,
  text: insertOf(at + 1),
}));

/** Larger facts are refused while the command can still say no: the broker takes 1 MiB. */
const MAX_PAYLOAD_BYTES = 900_000;

/**
 * Writes facts for the relay, in the given order, and redacted states beside the states. Throws when one does not keep
 * its contract: that is a bug.
 */
export const writeOutbox = async (db: EntityManager, actor: Actor, facts: readonly Fact[]) => {
  const rows = facts.flatMap(withVariants).map((each) => toRow(each, actor));
  const shared = [actor.tenant, actor.subject, actor.requestId, actor.causedBy, actor.traceparent];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const statement = INSERTS[some.length - 1];
    if (!statement) throw new RangeError('There is a statement for each number of rows');
    await queryNamed(db, { ...statement, values: [...shared, ...some.flat()] });
  }
};

/** The values of `COLUMNS`. */
const toRow = ({ contract, aggregate, occurredAt, data }: Fact, actor: Actor) => {
  const eventId = newId('Event', occurredAt.getTime());
  const payload = data && payloadOf(eventId, { contract, aggregate, occurredAt, data }, actor);
  const { id, type, version } = aggregate;
  return [eventId, contract.topic, contract.type, type, id, version, occurredAt, payload];
};

const payloadOf = (eventId: string, { contract, aggregate, occurredAt, data }: Fact, actor: Actor) => {
  if (isState(contract) && contract.aggregate !== aggregate.type) {
    throw new TypeError(`${contract.type} describes ${contract.aggregate}, not ${aggregate.type}`);
  }
  const payload = JSON.stringify({
    eventId,
    tenantId: actor.tenant,
    aggregateId: aggregate.id,
    aggregateVersion: aggregate.version,
    occurredAt: occurredAt.toISOString(),
    ...contract.data.parse(data),
  });
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) throw new RangeError(`${contract.type} is too large to publish`);
  return payload;
};
