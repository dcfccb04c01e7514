import { isolateTenants, ownerSeesAll, tenantColumn } from '@crm/persistence';

import { OWNERS } from '../relay/relay.sql.ts';

/**
 * The inbox remembers which events had their effect. Event ids are UUIDv7, so it is partitioned by the id itself: a
 * repeat meets the row of the first time, and old days are dropped whole. It remembers longer than any topic or archive
 * keeps an event. `consumer_position` says how far a group has come, and how fresh what it built is.
 */
export const createInboxSql = `
  create table inbox (
    ${tenantColumn},
    event_id uuid not null,
    consumer text not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (event_id, consumer)
  ) partition by range (event_id);
  create table inbox_default partition of inbox default;
  ${isolateTenants('inbox')}
  ${isolateTenants('inbox_default')}
  ${ownerSeesAll('inbox')}

  create table consumer_position (
    consumer text not null,
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    last_occurred_at timestamptz,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (consumer, topic, partition)
  );

  -- The smallest UUIDv7 of an instant.
  create function uuid_from(instant timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  $$;

  create function inbox_maintain(days_ahead integer, keep_days integer) returns void
  language plpgsql ${OWNERS} set lock_timeout = '1s' set timezone = 'UTC' as $$
  declare
    day date;
    part text;
  begin
    for day in select current_date + n from generate_series(-1, days_ahead) n loop
      part := 'inbox_' || to_char(day, 'YYYYMMDD');
      continue when to_regclass(part) is not null
        or exists (select from inbox where tableoid = 'inbox_default'::regclass
                                       and event_id >= uuid_from(day) and event_id < uuid_from(day + 1));
      execute format('create table %I (like inbox including defaults including constraints)', part);
      execute replace($policies$${isolateTenants('<part>')}$policies$, '<part>', part);
      execute format('alter table inbox attach partition %I for values from (%L) to (%L)',
                     part, uuid_from(day), uuid_from(day + 1));
    end loop;
    for part in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'inbox'::regclass and c.relname ~ '^inbox_[0-9]{8}$'
         and to_date(right(c.relname, 8), 'YYYYMMDD') < current_date - keep_days
    loop
      execute format('drop table %I', part);
    end loop;
    delete from inbox where tableoid = 'inbox_default'::regclass
                        and handled_at < current_date - keep_days and event_id < uuid_from(current_date - keep_days);
  end $$;
  revoke execute on function inbox_maintain from public;
  select inbox_maintain(7, 45);
`;
