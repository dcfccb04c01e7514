import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY = (columns: readonly string[]) =>
  columns.map((column) => `create index service_request_by_${column} on service_request (tenant_id, ${column});`);

/** Service requests, and what we keep of the customers they come from. Each order of the list is one range of an index. */
export class CreateServiceRequests1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table known_customer (
        ${tenantColumn},
        id uuid not null,
        owner_id uuid,
        department_id uuid,
        is_deleted boolean not null,
        version integer not null,
        primary key (tenant_id, id)
      );
      ${isolateTenants('known_customer')}

      create table service_request (
        id uuid primary key,
        ${tenantColumn},
        request_no text not null,
        customer_id uuid not null,
        subject text not null,
        description text,
        kind text not null,
        channel text not null,
        impact text not null,
        urgency text not null,
        priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
        status text not null check (status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'PENDING_CUSTOMER',
          'PENDING_THIRD_PARTY', 'RESOLVED', 'CLOSED', 'REOPENED', 'CANCELLED')),
        assignee_id uuid,
        owner_id uuid,
        department_id uuid,
        solution text,
        cause text,
        resolved_at timestamptz,
        closed_at timestamptz,
        version integer not null,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        deleted_at timestamptz,
        constraint worked_on_by_somebody check (assignee_id is not null
          or status not in ('ASSIGNED', 'IN_PROGRESS', 'PENDING_CUSTOMER', 'PENDING_THIRD_PARTY')),
        constraint solved_when_resolved check ((status in ('RESOLVED', 'CLOSED')) = (resolved_at is not null)
          and (resolved_at is null or solution is not null)),
        constraint closed_has_a_time check ((status = 'CLOSED') = (closed_at is not null))
      );
      create unique index service_request_no on service_request (tenant_id, request_no);
      create index service_request_by_age on service_request (tenant_id, created_at, id);
      create index service_request_by_change on service_request (tenant_id, updated_at, id);
      create index service_request_by_rank on service_request
        (tenant_id, (case priority when 'URGENT' then 4 when 'HIGH' then 3 when 'NORMAL' then 2 else 1 end), id);
      create index service_request_by_customer on service_request (tenant_id, customer_id, created_at, id);
      create index service_request_by_owner on service_request (tenant_id, owner_id, created_at, id);
      create index service_request_by_department on service_request (tenant_id, department_id, created_at, id);
      create index service_request_by_assignee on service_request (tenant_id, assignee_id, created_at, id);
      ${BY(['kind', 'channel', 'impact', 'urgency', 'priority', 'status', 'subject', 'resolved_at']).join('\n')}
      ${isolateTenants('service_request')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
