import { isolateTenants, ownerSeesAll, tenantColumn } from '@crm/persistence';

import { OWNERS } from '../relay/relay.sql.ts';

/**
 * What a service remembers of erased persons, and how their values leave its archive and its parked events. Keys are
 * the keys of records, as in `parked_event`: they are compared with whatever arrives, so they are text. Every change is
 * kept to the tenant of the transaction; only the question who is erased is asked across tenants, by the consumer.
 */
export const createErasureSql = `
  create table erased_aggregate (
    aggregate_key text primary key,
    ${tenantColumn},
    erasure_id uuid not null,
    erased_at timestamptz not null default clock_timestamp()
  );
  ${isolateTenants('erased_aggregate')}
  ${ownerSeesAll('erased_aggregate')}

  -- One question for each chunk of records: which of these stand apart, and why.
  create function keys_apart(of_consumer text, keys text[]) returns table (key text, is_parked boolean, is_erased boolean)
  language sql stable ${OWNERS} as $$
    select distinct aggregate_key, true, false from parked_event
     where consumer = of_consumer and aggregate_key = any (keys)
    union all
    select aggregate_key, false, true from erased_aggregate where aggregate_key = any (keys);
  $$;

  -- Whoever parks an event asks this first, and whoever erases waits: no event is put aside behind the eraser's back.
  create function erased_lock(of_key text) returns boolean language plpgsql ${OWNERS} as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('erased ' || of_key, 0));
    return exists (select from erased_aggregate where aggregate_key = of_key);
  end $$;

  create function erased_remember(keys text[], by_erasure uuid) returns void language plpgsql ${OWNERS} as $$
  declare
    one text;
  begin
    foreach one in array keys loop
      perform pg_advisory_xact_lock(hashtextextended('erased ' || one, 0));
      insert into erased_aggregate (aggregate_key, erasure_id) values (one, by_erasure) on conflict do nothing;
    end loop;
  end $$;

  -- The archive keeps that there was a row, and not what was in it. One that still waits goes out as a tombstone. Redacted
  -- states hold nothing personal and stay.
  create function outbox_erase(aggregate uuid) returns integer language plpgsql ${OWNERS} as $$
  declare
    cleared integer;
  begin
    update outbox set payload = null
     where aggregate_id = aggregate and payload is not null
       and topic like '%.state.%'
       and tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
    get diagnostics cleared = row_count;
    return cleared;
  end $$;
  revoke execute on function keys_apart, erased_lock, erased_remember, outbox_erase from public;
`;
