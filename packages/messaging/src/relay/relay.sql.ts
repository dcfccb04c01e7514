/** Owner's functions: they see all tenants, run with a pinned search path, and are the app role's only way to do so. */
export const OWNERS = 'security definer set search_path = public, pg_temp';

/** Who publishes, and what cannot be. The relay works across tenants, so it asks through functions of the owner. */
export const createRelaySql = `
  -- Who leads a lane, and how long ago it was certainly still sending.
  create table outbox_leader (
    lane smallint primary key,
    holder uuid not null,
    beat_at timestamptz not null,
    released_at timestamptz
  );

  -- Aggregates whose next row the broker refuses. Their rows wait; all others go on.
  create table outbox_blocked (
    aggregate_id uuid primary key,
    event_id uuid not null,
    reason text not null,
    blocked_at timestamptz not null default clock_timestamp()
  );

  create function outbox_block(aggregate uuid, event uuid, cause text) returns void
  language sql ${OWNERS} as $$
    insert into outbox_blocked (aggregate_id, event_id, reason) values (aggregate, event, cause)
    on conflict (aggregate_id) do nothing;
  $$;

  ${leadership()}
  revoke execute on function outbox_block, outbox_lead, outbox_beat, outbox_release from public;
`;

/**
 * A leader sends only within 1.5 s of a beat of the session that holds the locks (`createLease`), and what it sent has
 * landed half a second later. So a successor, who has the locks now, waits for 2 s; for less when the last beat is long
 * ago, and not at all after a clean release.
 */
function leadership() {
  return `
  create function outbox_lead(lanes smallint[], me uuid) returns integer language plpgsql ${OWNERS} as $$
  declare wait double precision;
  begin
    select coalesce(max(least(2000, 1000 * extract(epoch from beat_at + interval '7 s' - clock_timestamp()))), 0)
      into wait from outbox_leader where lane = any (lanes) and released_at is null and holder <> me;
    insert into outbox_leader (lane, holder, beat_at) select lane, me, clock_timestamp() from unnest(lanes) lane
    on conflict (lane) do update set holder = me, beat_at = excluded.beat_at, released_at = null;
    return greatest(0, ceil(wait));
  end $$;

  create function outbox_beat(me uuid) returns void language sql ${OWNERS} as $$
    update outbox_leader set beat_at = clock_timestamp() where holder = me and released_at is null;
  $$;

  create function outbox_release(me uuid) returns void language sql ${OWNERS} as $$
    update outbox_leader set released_at = clock_timestamp() where holder = me;
  $$;`;
}
