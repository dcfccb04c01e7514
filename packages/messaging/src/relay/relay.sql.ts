import { isolateTenants } from '@crm/persistence';

/** Owner's functions: they see all tenants, run with a pinned search path, and are the app role's only way to do so. */
export const OWNERS = 'security definer set search_path = public, pg_temp';

/**
 * What the relay needs. It works across tenants, so it reads and marks rows through functions of the owner. The plans of
 * `take` and `mark` are fixed to the index: a plan made for an empty table must not survive into a full one. `take` keeps
 * its plan, and days are left out when it runs: planning anew for each of four looks a second cost five times as much. (What is
 * fixed so looks dear to the planner, which would then compile it: hence no JIT.)
 */
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

  create function outbox_take(lanes smallint[], since timestamptz, skip bigint[], per_lane integer)
  returns table (id bigint, recorded_at timestamptz, event_id uuid, tenant_id uuid, topic text, type text,
                 aggregate_type text, aggregate_id uuid, aggregate_version integer, occurred_at text, actor text,
                 correlation_id text, causation_id text, traceparent text, payload text)
  language plpgsql stable ${OWNERS}
  set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
  set plan_cache_mode = force_generic_plan as $$
  #variable_conflict use_column
  begin
    return query
      select r.id, r.recorded_at, r.event_id, r.tenant_id, r.topic, r.type, r.aggregate_type, r.aggregate_id,
             r.aggregate_version, to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.actor,
             r.correlation_id, r.causation_id, r.traceparent, r.payload
        from unnest(lanes) as l (lane)
       cross join lateral (
         select * from outbox o
          where o.lane = l.lane and o.published_at is null and o.recorded_at >= since
            and o.id not in (select unnest(skip))
            and o.aggregate_id <> all (array(select b.aggregate_id from outbox_blocked b))
          order by o.id limit per_lane) r
       order by l.lane, r.id;
  end $$;

  create function outbox_mark(recorded timestamptz[], ids bigint[]) returns void
  language plpgsql ${OWNERS}
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  begin
    update outbox o set published_at = clock_timestamp()
      from unnest(recorded, ids) as sent (recorded_at, id)
     where o.recorded_at = sent.recorded_at and o.id = sent.id;
  end $$;

  create function outbox_block(aggregate uuid, event uuid, cause text) returns void
  language sql ${OWNERS} as $$
    insert into outbox_blocked (aggregate_id, event_id, reason) values (aggregate, event, cause)
    on conflict (aggregate_id) do nothing;
  $$;

  -- The rows are dated anew: the relay looks for unpublished rows of the last day only.
  create function outbox_unblock(aggregate uuid) returns void
  language sql ${OWNERS} as $$
    update outbox set recorded_at = clock_timestamp() where aggregate_id = aggregate and published_at is null;
    delete from outbox_blocked where aggregate_id = aggregate;
  $$;

  create function outbox_lag() returns table (rows bigint, oldest_seconds double precision, blocked bigint)
  language sql stable ${OWNERS} as $$
    select count(*), coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::double precision,
           (select count(*) from outbox_blocked)
      from outbox where published_at is null;
  $$;

  ${leadership()}
  ${maintenance()}
  revoke execute on function outbox_take, outbox_mark, outbox_block, outbox_unblock, outbox_lag, outbox_lead,
    outbox_beat, outbox_release, outbox_maintain from public;
  select outbox_maintain(7, 30);
`;

/**
 * A leader starts a send only when its beat is younger than 5 s, and what it sent has landed 2 s later. So a successor
 * waits until 7 s after the last beat, at most 2 s, and not at all after a clean release.
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

/** Days are made ahead and dropped whole; a day that still holds an unpublished row stays. */
function maintenance() {
  return `
  create function outbox_maintain(days_ahead integer, keep_days integer) returns void
  language plpgsql ${OWNERS} set lock_timeout = '1s' set timezone = 'UTC' as $$
  declare
    day date;
    part text;
  begin
    for day in select current_date + n from generate_series(0, days_ahead) n loop
      part := 'outbox_' || to_char(day, 'YYYYMMDD');
      continue when to_regclass(part) is not null
        or exists (select from outbox where tableoid = 'outbox_default'::regclass
                                        and recorded_at >= day and recorded_at < day + 1);
      execute format('create table %I (like outbox including defaults including constraints)', part);
      execute replace($policies$${isolateTenants('<part>')}$policies$, '<part>', part);
      execute format('alter table outbox attach partition %I for values from (%L) to (%L)', part, day, day + 1);
    end loop;
    for part, day in
      select c.relname, to_date(right(c.relname, 8), 'YYYYMMDD')
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
         and to_date(right(c.relname, 8), 'YYYYMMDD') < current_date - keep_days
    loop
      continue when exists (select from outbox where recorded_at >= day and recorded_at < day + 1
                                                 and published_at is null);
      execute format('drop table %I', part);
    end loop;
    delete from outbox where tableoid = 'outbox_default'::regclass and published_at is not null
                         and recorded_at < current_date - keep_days;
  end $$;`;
}
