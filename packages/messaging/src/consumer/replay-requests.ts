import type { GroupStart } from '../event-bus.ts';
import type { Database } from './parking.ts';

/**
 * A wish to read the topics again, kept in the database so that all instances of a service learn of it and none forgets
 * it. Can be run again.
 */
export const createReplayRequestSql = `
  create table if not exists consumer_replay (
    consumer text primary key,
    number integer not null default 1,
    start text not null,
    requested_at timestamptz not null default clock_timestamp(),
    mover uuid,
    lease_until timestamptz,
    ended_at timestamptz,
    failure text
  );
`;

export type ReplayRequest = { readonly number: number; readonly from: GroupStart };

/** Asks all instances of the group to read again; takes the place of a request that is not done. Gives its number. */
export const requestReplay = async (db: Database, group: string, from: GroupStart): Promise<number> => {
  const [row] = await db.query<readonly { number: number }[]>(
    // Who is just moving the group keeps it until then.
    `insert into consumer_replay as r (consumer, start) values ($1, $2)
     on conflict (consumer) do update
        set number = r.number + 1, start = excluded.start, requested_at = excluded.requested_at, ended_at = null,
            failure = null
     returning number`,
    [group, from instanceof Date ? from.toISOString() : from],
  );
  if (!row) throw new TypeError('An upsert returns its row');
  return row.number;
};

/** The request that is not done yet. */
export const openReplay = async (db: Database, group: string): Promise<ReplayRequest | null> => {
  const [row] = await db.query<readonly { number: number; start: string }[]>(
    'select number, start from consumer_replay where consumer = $1 and ended_at is null',
    [group],
  );
  return row ? { number: row.number, from: startOf(row.start) } : null;
};

const startOf = (text: string): GroupStart => (text === 'earliest' || text === 'latest' ? text : new Date(text));

/** Lets one instance, and no other for some seconds, move the group; to be said again while it does. */
export const leaseMove = async (db: Database, group: string, number: number, me: string): Promise<boolean> => {
  const [rows] = await db.query<readonly [readonly object[], number]>(
    `update consumer_replay set mover = $3, lease_until = clock_timestamp() + interval '10 s'
      where consumer = $1 and number = $2 and ended_at is null
        and (mover is null or mover = $3 or lease_until < clock_timestamp())
     returning number`,
    [group, number, me],
  );
  return rows.length > 0;
};

/** Done, or given up for a reason; a request that came in the meantime stays open. */
export const endReplay = async (db: Database, group: string, number: number, failure: string | null) => {
  await db.query(
    `update consumer_replay set ended_at = clock_timestamp(), failure = $3, mover = null
      where consumer = $1 and number = $2`,
    [group, number, failure],
  );
};

/** Why a request was given up; null when it was done. */
export const replayFailure = async (db: Database, group: string, number: number): Promise<string | null> => {
  const [row] = await db.query<readonly { number: number; ended: boolean; failure: string | null }[]>(
    'select number, ended_at is not null as ended, failure from consumer_replay where consumer = $1',
    [group],
  );
  if (row?.number !== number) return 'Another replay was asked for in the meantime';
  return row.ended ? row.failure : 'The service stopped before it was done; it goes on when it starts again';
};
