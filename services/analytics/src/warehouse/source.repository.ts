import type { EntityManager } from 'typeorm';

import type { LatestState, LoggedFact } from './star.rules.ts';

/** What else the log keeps of a fact: where it came from, and from what it followed. */
export type ArrivedFact = LoggedFact & {
  readonly topic: string;
  readonly correlationId: string;
  readonly causationId: string | null;
};

/** Writes a fact down; false when it was there already: topics repeat. */
export const logFact = async (db: EntityManager, fact: ArrivedFact): Promise<boolean> => {
  const [logged] = await db.query<readonly object[]>(
    `insert into event_log (event_id, type, topic, aggregate_type, aggregate_id, aggregate_version, occurred_at, actor,
                            correlation_id, causation_id, data)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb) on conflict do nothing returning event_id`,
    [
      fact.eventId,
      fact.type,
      fact.topic,
      fact.aggregateType,
      fact.aggregateId,
      fact.aggregateVersion,
      fact.occurredAt,
      fact.actor,
      fact.correlationId,
      fact.causationId,
      JSON.stringify(fact.data),
    ],
  );
  return logged !== undefined;
};

/** Keeps the newest state of each record; false when a newer one is known. After a tombstone nothing of it is left. */
export const keepState = async (db: EntityManager, type: string, state: LatestState): Promise<boolean> => {
  const [kept] = await db.query<readonly object[]>(
    `insert into latest_state (type, aggregate_type, aggregate_id, version, data) values ($1, $2, $3, $4, $5::jsonb)
     on conflict (tenant_id, type, aggregate_id) do update set version = excluded.version, data = excluded.data
      where latest_state.version < excluded.version
     returning aggregate_id`,
    [type, state.aggregateType, state.aggregateId, state.version, state.data && JSON.stringify(state.data)],
  );
  return kept !== undefined;
};

/** Rows of a kind that name one of these persons, and the rows that events told of on their timelines. */
export const recordsNaming = async (
  db: EntityManager,
  { type, field, subject }: { readonly type: string; readonly field: string; readonly subject: string | null },
  persons: readonly string[],
): Promise<readonly string[]> => {
  const rows = await db.query<readonly { readonly id: string }[]>(
    `select aggregate_id as id from latest_state where type = $1 and data ->> $2 = any ($4::text[])
     union select subject_id from timeline_entry where subject_type = $3 and customer_id = any ($4::uuid[])`,
    [type, field, subject, persons],
  );
  return rows.map(({ id }) => id);
};

/** Takes what was said out of these rows, whatever their version; gives how many had something. */
export const clearStates = async (db: EntityManager, type: string, ids: readonly string[]): Promise<number> => {
  const [, cleared] = await db.query<readonly [unknown, number]>(
    'update latest_state set data = null where type = $1 and aggregate_id = any ($2) and data is not null',
    [type, ids],
  );
  return cleared;
};

/** A row with its place in the order in which rows are read again. */
export type Placed<Row> = Row & { readonly no: string };

export const factsAfter = (db: EntityManager, position: string, atMost: number) =>
  db.query<Placed<LoggedFact>[]>(
    `select no, event_id as "eventId", type, aggregate_type as "aggregateType", aggregate_id as "aggregateId",
            aggregate_version as "aggregateVersion", occurred_at as "occurredAt", actor, data
       from event_log where no > $1 order by no limit $2`,
    [position, atMost],
  );

export const statesAfter = (db: EntityManager, position: string, atMost: number) =>
  db.query<Placed<LatestState>[]>(
    `select no, aggregate_type as "aggregateType", aggregate_id as "aggregateId", version, data
       from latest_state where no > $1 order by no limit $2`,
    [position, atMost],
  );
