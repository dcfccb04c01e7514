import { isolateTenants, ownerSeesAll, tenantColumn } from '@crm/persistence';

/** Workers look across tenants through functions of the owner; the handler itself works in the timer's tenant. */
const OWNERS = 'security definer set search_path = public, pg_temp';

/** A row is a timer that has still to fire; it is deleted in the transaction in which its handler succeeds. */
export const createTimersSql = `
  create table timer (
    id uuid not null default gen_random_uuid() primary key,
    ${tenantColumn},
    kind text not null,
    entity_id uuid not null,
    slot text not null,
    due_at timestamptz not null,
    next_try_at timestamptz not null,
    payload jsonb not null,
    attempts integer not null default 0,
    parked_at timestamptz,
    last_error text,
    unique (tenant_id, kind, entity_id, slot)
  );
  create index timer_due on timer (next_try_at) where parked_at is null;
  ${isolateTenants('timer')}
  ${ownerSeesAll('timer')}

  -- Due now by the database's clock. Those another worker is at are left out.
  create function timer_due(kinds text[], at_most integer) returns table (id uuid, tenant_id uuid)
  language sql ${OWNERS} as $$
    select t.id, t.tenant_id from timer t
     where t.parked_at is null and t.next_try_at <= clock_timestamp() and t.kind = any (kinds)
     order by t.next_try_at limit at_most for update skip locked;
  $$;

  create function timer_wait(kinds text[]) returns double precision language sql stable ${OWNERS} as $$
    select 1000 * extract(epoch from min(t.next_try_at) - clock_timestamp())
      from timer t where t.parked_at is null and t.kind = any (kinds);
  $$;

  create function timer_lag() returns table (due bigint, oldest_seconds double precision, parked bigint)
  language sql stable ${OWNERS} as $$
    select count(*) filter (where parked_at is null and next_try_at <= clock_timestamp()),
           coalesce(extract(epoch from clock_timestamp()
             - min(due_at) filter (where parked_at is null and next_try_at <= clock_timestamp())), 0)::double precision,
           count(*) filter (where parked_at is not null)
      from timer;
  $$;
  revoke execute on function timer_due, timer_wait, timer_lag from public;
`;
