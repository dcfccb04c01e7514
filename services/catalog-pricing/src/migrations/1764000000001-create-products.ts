import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products. Lists are read by keyset: each order has an index that ends in the id. */
export class CreateProducts1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table product (
        id uuid primary key,
        ${tenantColumn},
        code text not null,
        name text not null,
        description text,
        unit text not null,
        kind text not null check (kind in ('GOODS', 'SERVICE', 'SUBSCRIPTION', 'PART')),
        tax_class text,
        is_serial_tracked boolean not null,
        status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
        version integer not null,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        deleted_at timestamptz
      );
      create unique index product_code on product (tenant_id, code) where deleted_at is null;
      create index product_by_code on product (tenant_id, code, id);
      create index product_by_name on product (tenant_id, name, id);
      create index product_by_age on product (tenant_id, created_at, id);
      create index product_by_change on product (tenant_id, updated_at, id);
      create index product_by_kind on product (tenant_id, kind, id);
      create index product_by_status on product (tenant_id, status, id);
      create index product_by_tax_class on product (tenant_id, tax_class, id);
      create index product_by_serial_tracking on product (tenant_id, is_serial_tracked, id);
      create index product_by_deletion on product (tenant_id, deleted_at) where deleted_at is not null;
      ${isolateTenants('product')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
