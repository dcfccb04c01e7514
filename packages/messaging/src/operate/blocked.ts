import type { Database } from '../consumer/parking.ts';
import { OWNERS } from '../relay/relay.sql.ts';

/** An operator's view of aggregates whose next event the broker refuses. Can be run again. */
export const createBlockedSql = `
  create or replace function outbox_blocked_list()
  returns table (aggregate_id uuid, event_id uuid, reason text, blocked_at timestamptz)
  language sql stable ${OWNERS} as $$
    select aggregate_id, event_id, reason, blocked_at from outbox_blocked order by blocked_at limit 1000;
  $$;

  -- Once it told nothing, and what a function gives cannot be replaced.
  drop function if exists outbox_unblock(uuid);
  create function outbox_unblock(aggregate uuid) returns boolean language plpgsql ${OWNERS} as $$
  begin
    delete from outbox_blocked where aggregate_id = aggregate;
    return found;
  end $$;
  revoke execute on function outbox_blocked_list, outbox_unblock from public;
`;

/** An aggregate whose events wait in the outbox, since the broker refuses the first of them. */
export type BlockedAggregate = {
  readonly aggregateId: string;
  readonly eventId: string;
  readonly reason: string;
  readonly blockedAt: Date;
};

/** The longest blocked first; a thousand at most. */
export const listBlocked = async (database: Database): Promise<BlockedAggregate[]> => {
  const rows = await database.query<
    readonly { aggregate_id: string; event_id: string; reason: string; blocked_at: Date }[]
  >('select * from outbox_blocked_list()');
  return rows.map((row) => ({
    aggregateId: row.aggregate_id,
    eventId: row.event_id,
    reason: row.reason,
    blockedAt: row.blocked_at,
  }));
};

/** Lets the relay try an aggregate's events again; false when it is not blocked. */
export const unblock = async (database: Database, aggregateId: string): Promise<boolean> => {
  const [row] = await database.query<readonly { found: boolean }[]>('select outbox_unblock($1) as found', [
    aggregateId,
  ]);
  return row?.found === true;
};
