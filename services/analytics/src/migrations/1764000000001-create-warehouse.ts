import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the topics said, kept as it came: from these two tables everything else can be built again. */
const SOURCES = `
  create table event_log (
    ${tenantColumn},
    event_id uuid not null,
    no bigint generated always as identity,
    type text not null,
    topic text not null,
    aggregate_type text not null,
    aggregate_id uuid not null,
    aggregate_version integer not null,
    occurred_at timestamptz not null,
    actor text not null,
    correlation_id text not null,
    causation_id text,
    data jsonb not null,
    ingested_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, event_id)
  );
  create unique index event_log_in_order on event_log (tenant_id, no);
  create index event_log_of_topic on event_log (tenant_id, topic, no desc);
  ${isolateTenants('event_log')}

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'What happened cannot be changed: % is append only', tg_table_name;
  end $$;
  create trigger event_log_is_append_only before update or delete on event_log
    for each row execute function refuse_change();

  create table latest_state (
    ${tenantColumn},
    type text not null,
    aggregate_type text not null,
    aggregate_id uuid not null,
    no bigint generated always as identity,
    version integer not null,
    data jsonb,
    primary key (tenant_id, type, aggregate_id)
  );
  create unique index latest_state_in_order on latest_state (tenant_id, no);
  ${isolateTenants('latest_state')}
`;

/**
 * Which generation of the tables below is read, and which one is being filled beside it. `held_generations` gives those
 * to write to, and holds them until the transaction ends: a rebuild that begins or ends waits for the writers before it,
 * so that no event falls between two generations. Volatile: it looks after it has waited, not as of before.
 */
const GENERATIONS = `
  create table analytics_generation (
    ${tenantColumn} primary key,
    current integer not null default 1,
    building integer,
    phase text not null default 'idle' check (phase in ('idle', 'states', 'facts', 'cleaning')),
    position bigint not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    check ((building is not null) = (phase in ('states', 'facts')))
  );
  ${isolateTenants('analytics_generation')}

  create function generation_lock() returns bigint language sql stable
    return hashtextextended('analytics generation ' || current_setting('app.tenant'), 0);

  create function held_generations() returns setof integer language plpgsql volatile as $$
  begin
    perform pg_advisory_xact_lock_shared(generation_lock());
    if not exists (select from analytics_generation) then
      insert into analytics_generation default values on conflict do nothing;
    end if;
    return query select g from analytics_generation a, unnest(array[a.current, a.building]) g where g is not null;
  end $$;
`;

const STAR = `
  create table timeline_entry (
    ${tenantColumn},
    generation integer not null,
    id uuid not null,
    event_id uuid not null,
    customer_id uuid not null,
    type text not null,
    occurred_at timestamptz not null,
    aggregate_version integer not null,
    actor text not null,
    subject_type text not null,
    subject_id uuid not null,
    data jsonb not null,
    primary key (tenant_id, generation, id)
  );
  create index timeline_entry_of_customer
    on timeline_entry (tenant_id, generation, customer_id, occurred_at desc, aggregate_version desc, id desc);
  ${isolateTenants('timeline_entry')}

  create table dim_customer (
    ${tenantColumn},
    generation integer not null,
    id uuid not null,
    version integer not null,
    is_gone boolean not null,
    customer_no text,
    kind text,
    name text,
    lifecycle text,
    owner_id uuid,
    department_id uuid,
    is_deleted boolean,
    created_at timestamptz,
    primary key (tenant_id, generation, id)
  );
  ${isolateTenants('dim_customer')}

  create table dim_record (
    ${tenantColumn},
    generation integer not null,
    type text not null,
    id uuid not null,
    version integer not null,
    is_gone boolean not null,
    customer_id uuid,
    owner_id uuid,
    department_id uuid,
    is_deleted boolean,
    primary key (tenant_id, generation, id)
  );
  ${isolateTenants('dim_record')}

  create table dim_employee (
    ${tenantColumn},
    generation integer not null,
    id uuid not null,
    version integer not null,
    is_gone boolean not null,
    subject text,
    department_id uuid,
    is_active boolean,
    primary key (tenant_id, generation, id)
  );
  create index dim_employee_by_subject on dim_employee (tenant_id, generation, subject);
  ${isolateTenants('dim_employee')}
`;

/** The event log and the tables that are made from it. */
export class CreateWarehouse1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SOURCES + GENERATIONS + STAR);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
