import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY = (table: string, columns: readonly string[]) =>
  columns.map((column) => `create index ${table}_by_${column} on ${table} (tenant_id, ${column}, id);`).join('\n');

/** Leads. Lists are read by keyset: each order has an index that ends in the id. */
export class CreateLeads1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table lead (
        id uuid primary key,
        ${tenantColumn},
        lead_no text not null,
        name text not null,
        company text,
        title text,
        phone text,
        email text,
        country text,
        region text,
        industry text,
        source text,
        status text not null
          check (status in ('NEW', 'ASSIGNED', 'CONTACTED', 'NURTURING', 'QUALIFIED', 'DISQUALIFIED')),
        disqualified_because text,
        first_contact_at timestamptz,
        last_contact_at timestamptz,
        owner_id uuid,
        department_id uuid,
        version integer not null,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        deleted_at timestamptz,
        constraint lead_reason_when_disqualified check ((status = 'DISQUALIFIED') = (disqualified_because is not null)),
        constraint lead_new_without_owner check (status <> 'NEW' or owner_id is null)
      );
      create unique index lead_no on lead (tenant_id, lead_no);
      create index lead_by_age on lead (tenant_id, created_at, id);
      create index lead_by_change on lead (tenant_id, updated_at, id);
      create index lead_by_last_contact on lead (tenant_id, last_contact_at, id);
      create index lead_by_owner on lead (tenant_id, owner_id, created_at, id);
      create index lead_by_department on lead (tenant_id, department_id, created_at, id);
      create index lead_by_deletion on lead (tenant_id, deleted_at) where deleted_at is not null;
      ${BY('lead', ['name', 'company', 'status', 'source', 'country', 'region', 'industry', 'phone', 'email'])}
      ${isolateTenants('lead')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
