import type { Pool } from 'pg';

/** What the source has still to say: rows that are not on their topics yet, and aggregates that the relay has given up. */
export const unpublished = async (source: Pool): Promise<{ readonly rows: number; readonly blocked: number }> => {
  const { rows } = await source.query<{ rows: string; blocked: string }>('select rows, blocked from outbox_lag()');
  return { rows: Number(rows[0]?.rows ?? 0), blocked: Number(rows[0]?.blocked ?? 0) };
};

/** Everything that was ever committed to be said: the archive keeps it. */
export const committed = async (source: Pool) => {
  const { rows } = await source.query<{ event: string }>('select event_id as event from outbox');
  return rows;
};
