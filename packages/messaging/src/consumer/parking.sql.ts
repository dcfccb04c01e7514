import { isolateTenants, ownerSeesAll, tenantColumn } from '@crm/persistence';

import { OWNERS } from '../relay/relay.sql.ts';

/**
 * Events that a consumer could not handle, as they came, with the cause; and the later events of their aggregates, which
 * wait behind them. A record whose tenant cannot be read is kept under the nil uuid: no tenant sees it, operators do.
 * Rows of all tenants are reached through functions of the owner.
 */
export const createParkingSql = `
  create table parked_event (
    id bigint generated always as identity primary key,
    ${tenantColumn},
    consumer text not null,
    event_key text not null,
    aggregate_key text not null,
    type text,
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    record_key text,
    value bytea,
    headers jsonb not null,
    cause text not null,
    behind boolean not null,
    attempts integer not null,
    parked_at timestamptz not null default clock_timestamp(),
    unique (consumer, event_key)
  );
  create index parked_event_order on parked_event (consumer, aggregate_key, id);
  ${isolateTenants('parked_event')}
  ${ownerSeesAll('parked_event')}

  -- Held while an event is parked behind another, or tried again: the two must not miss each other.
  create function parked_lock(of_consumer text, key text) returns boolean language plpgsql ${OWNERS} as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(of_consumer || ' ' || key, 0));
    return exists (select from parked_event where consumer = of_consumer and aggregate_key = key);
  end $$;

  create function parked_list(of_consumer text, of_id bigint, of_key text, at_most integer)
  returns setof parked_event language sql stable ${OWNERS} as $$
    select * from parked_event
     where (of_consumer is null or consumer = of_consumer) and (of_id is null or id = of_id)
       and (of_key is null or aggregate_key = of_key)
     order by id limit at_most;
  $$;

  create function parked_remove(of_id bigint) returns boolean language plpgsql ${OWNERS} as $$
  begin
    delete from parked_event where id = of_id;
    return found;
  end $$;

  create function parked_failed_again(of_id bigint, why text) returns void language sql ${OWNERS} as $$
    update parked_event set attempts = attempts + 1, cause = why, behind = false where id = of_id;
  $$;

  create function parked_count() returns table (consumer text, events bigint, aggregates bigint, oldest_seconds double precision)
  language sql stable ${OWNERS} as $$
    select consumer, count(*), count(distinct aggregate_key),
           extract(epoch from clock_timestamp() - min(parked_at))::double precision
      from parked_event group by consumer;
  $$;
  revoke execute on function parked_lock, parked_list, parked_remove, parked_failed_again, parked_count
    from public;
`;

/** What is parked of these types and has one of these ids in its bytes, whether it can be read or not. Can be run again. */
export const createParkedNamingSql = `
  create or replace function parked_naming(types text[], ids text[]) returns setof parked_event
  language sql stable ${OWNERS} as $$
    select * from parked_event
     where type = any (types)
       and exists (select from unnest(ids) one where position(convert_to(one, 'UTF8') in value) > 0);
  $$;
  revoke execute on function parked_naming from public;
`;
