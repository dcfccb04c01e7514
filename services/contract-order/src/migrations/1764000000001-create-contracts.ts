import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, and what we know of the customers they are with. Each order of a list has an index that ends in the id. */
export class CreateContracts1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contract (
        id uuid primary key,
        ${tenantColumn},
        contract_no text not null,
        name text not null,
        type text not null check (type in ('ONE_OFF', 'ANNUAL', 'FRAMEWORK', 'SUBSCRIPTION', 'SERVICE')),
        customer_id uuid not null,
        amount_minor bigint not null check (amount_minor >= 0),
        currency text not null,
        start_on date,
        end_on date check (end_on >= start_on),
        status text not null check (status in ('DRAFT', 'VOIDED')),
        voided_because text,
        is_archived boolean not null,
        owner_id uuid,
        department_id uuid,
        version integer not null,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        deleted_at timestamptz,
        constraint contract_reason_when_voided check ((status = 'VOIDED') = (voided_because is not null))
      );
      create unique index contract_no on contract (tenant_id, contract_no);
      create index contract_by_age on contract (tenant_id, created_at, id);
      create index contract_by_change on contract (tenant_id, updated_at, id);
      create index contract_by_name on contract (tenant_id, name, id);
      create index contract_by_start on contract (tenant_id, start_on, id);
      create index contract_by_end on contract (tenant_id, end_on, id);
      create index contract_by_type on contract (tenant_id, type, id);
      create index contract_by_status on contract (tenant_id, status, id);
      create index contract_by_currency on contract (tenant_id, currency, id);
      create index contract_by_archive on contract (tenant_id, is_archived, id);
      create index contract_by_customer on contract (tenant_id, customer_id, created_at, id);
      create index contract_by_owner on contract (tenant_id, owner_id, created_at, id);
      create index contract_by_department on contract (tenant_id, department_id, created_at, id);
      create index contract_by_deletion on contract (tenant_id, deleted_at) where deleted_at is not null;
      ${isolateTenants('contract')}

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
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
