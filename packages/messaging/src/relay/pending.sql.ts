import { createOutboxPendingSql, isolateTenants } from '@crm/persistence';

import { OWNERS } from './relay.sql.ts';

/**
 * How the relay takes what is still to be published, and marks what is. To mark the outbox's own row would write its
 * kilobyte twice. Can be run again: a database that marked rows in the outbox (`published_at`) is brought up to date.
 * Start no writer of that older version afterwards: its rows would wait unseen.
 */
export const createPendingSql = `
  ${createOutboxPendingSql}
  -- Who is erased is found among weeks of rows by it.
  create index if not exists outbox_states on outbox (aggregate_id) where topic like '%.state.%';

  do $$
  begin
    if exists (select from pg_attribute where attrelid = 'outbox'::regclass and attname = 'published_at') then
      drop index if exists outbox_unpublished;
      insert into outbox_pending (lane, id, recorded_at)
      select lane, id, recorded_at from outbox where published_at is null on conflict do nothing;
    end if;
  end $$;

  ${takingAndMarking()}
  ${maintenance()}
  revoke execute on function outbox_take(smallint[], bigint[], integer),
    outbox_mark(smallint[], bigint[]), outbox_lag, outbox_maintain from public;
  select outbox_maintain(7, 30);
`;

/**
 * The plans are fixed to the indexes: a plan made for an empty table must not survive into a full one. (What is fixed so
 * looks dear to the planner, which would then compile it: hence no JIT.) `take` reads by id what is not published, and
 * keeps no place to go on from: a row may become visible after one with a higher id. A mark that a crash of the database
 * undoes is a repeat, and repeats keep their order: it need not wait for the disk.
 */
function takingAndMarking() {
  return `
  create or replace function outbox_take(lanes smallint[], skip bigint[], per_lane integer)
  returns table (lane smallint, id bigint, event_id text, tenant_id text, topic text, type text, subject text,
                 aggregate_id text, aggregate_version text, occurred_at text, actor text, correlation_id text,
                 causation_id text, traceparent text, payload text)
  language plpgsql stable ${OWNERS}
  set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_hashjoin = off
  set enable_mergejoin = off set plan_cache_mode = force_generic_plan set work_mem = '16MB' as $$
  #variable_conflict use_column
  begin
    return query
      select r.lane, r.id, r.event_id::text, r.tenant_id::text, r.topic, r.type,
             r.aggregate_type || '/' || r.aggregate_id, r.aggregate_id::text, r.aggregate_version::text,
             to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.actor,
             r.correlation_id, r.causation_id, r.traceparent, r.payload
        from unnest(lanes) as l (lane)
       cross join lateral (
         select o.* from outbox_pending p join outbox o on o.recorded_at = p.recorded_at and o.id = p.id
          where p.lane = l.lane and p.id not in (select unnest(skip))
            and o.aggregate_id <> all (array(select b.aggregate_id from outbox_blocked b))
          order by p.id limit per_lane) r;
  end $$;

  create or replace function outbox_mark(lanes smallint[], ids bigint[]) returns void
  language plpgsql ${OWNERS}
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  begin
    perform set_config('synchronous_commit', 'off', true);
    delete from outbox_pending p using unnest(lanes, ids) as sent (lane, id) where p.lane = sent.lane and p.id = sent.id;
  end $$;

  create or replace function outbox_lag() returns table (rows bigint, oldest_seconds double precision, blocked bigint)
  language sql stable ${OWNERS} as $$
    select count(*), coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::double precision,
           (select count(*) from outbox_blocked)
      from outbox_pending;
  $$;`;
}

/** Days are made ahead and dropped whole; a day that still holds an unpublished row stays. */
function maintenance() {
  return `
  create or replace function outbox_maintain(days_ahead integer, keep_days integer) returns void
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
      continue when exists (select from outbox_pending where recorded_at >= day and recorded_at < day + 1);
      execute format('drop table %I', part);
    end loop;
    delete from outbox where tableoid = 'outbox_default'::regclass and recorded_at < current_date - keep_days
                         and not exists (select from outbox_pending p where p.lane = outbox.lane and p.id = outbox.id);
  end $$;`;
}
