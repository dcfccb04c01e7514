import type { EntityManager } from 'typeorm';

import type { Generation } from './generation.rules.ts';
import { STAR_TABLES } from './star.repository.ts';

const COLUMNS = `current, building, phase, position, started_at as "startedAt", finished_at as "finishedAt"`;

/** Waits for the transactions that write now, and holds back those that want to, until this one ends. */
export const holdWriters = async (db: EntityManager) => {
  await db.query('select pg_advisory_xact_lock(generation_lock())');
};

/** The tenant's row, locked. Null: nothing has ever arrived. */
export const lockGeneration = async (db: EntityManager): Promise<Generation | null> => {
  const [row] = await db.query<Generation[]>(`select ${COLUMNS} from analytics_generation for update`);
  return row ?? null;
};

export const saveGeneration = async (db: EntityManager, row: Generation) => {
  await db.query(
    `insert into analytics_generation (current, building, phase, position, started_at, finished_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id) do update
        set current = excluded.current, building = excluded.building, phase = excluded.phase,
            position = excluded.position, started_at = excluded.started_at, finished_at = excluded.finished_at`,
    [row.current, row.building, row.phase, row.position, row.startedAt, row.finishedAt],
  );
};

/** Deletes rows of generations that nobody reads or writes; true when some may be left. */
export const deleteOthers = async (db: EntityManager, current: number, atMost: number): Promise<boolean> => {
  const deletions = STAR_TABLES.map(
    (table) => `${table}_gone as (
      delete from ${table} where ctid = any(array(select ctid from ${table} where generation <> $1 limit $2)) returning 1)`,
  );
  const counts = STAR_TABLES.map((table) => `select count(*)::int as n from ${table}_gone`);
  const [most] = await db.query<{ n: number }[]>(
    `with ${deletions.join(', ')} select max(n) as n from (${counts.join(' union all ')}) counts`,
    [current, atMost],
  );
  return most?.n === atMost;
};
