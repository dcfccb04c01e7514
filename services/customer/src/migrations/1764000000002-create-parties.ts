import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY = (table: string, columns: readonly string[]) =>
  columns.map((column) => `create index ${table}_by_${column} on ${table} (tenant_id, ${column});`).join('\n');

const audit = `
  version integer not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  deleted_at timestamptz`;

/** Customers and contacts. Lists are read by keyset: each order has an index that ends in the id. */
export class CreateParties1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table customer (
        id uuid primary key,
        ${tenantColumn},
        customer_no text not null,
        kind text not null check (kind in ('ORGANIZATION', 'PERSON')),
        name text not null,
        short_name text,
        family_name text,
        given_name text,
        gender text,
        birthday date,
        marital_status text,
        industry text,
        registration_no text,
        country text,
        province text,
        city text,
        size text,
        website text,
        parent_id uuid references customer,
        lifecycle text not null check (lifecycle in ('PROSPECT', 'ACTIVE', 'DORMANT', 'CHURNED')),
        lifecycle_pin_reason text,
        grade text,
        source text,
        owner_id uuid references employee,
        department_id uuid references department,
        ${audit}
      );
      create unique index customer_no on customer (tenant_id, customer_no);
      create unique index customer_registration_no on customer (tenant_id, registration_no) where deleted_at is null;
      create index customer_by_age on customer (tenant_id, created_at, id);
      create index customer_by_change on customer (tenant_id, updated_at, id);
      create index customer_by_name on customer (tenant_id, name, id);
      create index customer_by_grade on customer (tenant_id, grade, id);
      create index customer_by_grade_down on customer (tenant_id, grade desc nulls last, id desc);
      create index customer_bin on customer (tenant_id, created_at, id) where deleted_at is not null;
      create index customer_by_owner on customer (tenant_id, owner_id, created_at, id);
      create index customer_by_department on customer (tenant_id, department_id, created_at, id);
      ${BY('customer', ['kind', 'industry', 'country', 'province', 'city', 'lifecycle', 'source', 'parent_id'])}
      ${isolateTenants('customer')}

      create table contact (
        id uuid primary key,
        ${tenantColumn},
        customer_id uuid not null references customer,
        is_person_of_customer boolean not null,
        name text not null,
        title text,
        department text,
        buying_role text,
        influence smallint check (influence between 1 and 5),
        attitude text,
        reports_to_id uuid references contact,
        owner_id uuid references employee,
        department_id uuid references department,
        ${audit}
      );
      create unique index contact_of_person on contact (tenant_id, customer_id) where is_person_of_customer;
      create index contact_by_age on contact (tenant_id, created_at, id);
      create index contact_by_change on contact (tenant_id, updated_at, id);
      create index contact_by_name on contact (tenant_id, name, id);
      create index contact_bin on contact (tenant_id, created_at, id) where deleted_at is not null;
      create index contact_by_owner on contact (tenant_id, owner_id, created_at, id);
      create index contact_by_department on contact (tenant_id, department_id, created_at, id);
      ${BY('contact', ['customer_id', 'buying_role', 'reports_to_id'])}
      ${isolateTenants('contact')}

      create table contact_point (
        id uuid primary key,
        ${tenantColumn},
        party_id uuid not null,
        place smallint not null,
        kind text not null,
        value text not null,
        normalized text not null,
        label text,
        is_primary boolean not null,
        is_verified boolean not null
      );
      create index contact_point_of_party on contact_point (tenant_id, party_id, place);
      create index contact_point_by_value on contact_point (tenant_id, kind, normalized);
      create unique index contact_point_primary on contact_point (tenant_id, party_id, kind) where is_primary;
      ${isolateTenants('contact_point')}

      create table address (
        id uuid primary key,
        ${tenantColumn},
        party_id uuid not null,
        place smallint not null,
        kind text not null,
        recipient text,
        country text,
        province text,
        city text,
        district text,
        line text not null,
        postal_code text,
        is_default boolean not null
      );
      create index address_of_party on address (tenant_id, party_id, place);
      create unique index address_default on address (tenant_id, party_id, kind) where is_default;
      ${isolateTenants('address')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
