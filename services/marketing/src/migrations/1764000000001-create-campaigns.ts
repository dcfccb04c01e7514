import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns. Each order of the list is one range of an index, each filter field has one. */
export class CreateCampaigns1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign (
        id uuid primary key,
        ${tenantColumn},
        campaign_no text not null,
        name text not null,
        type text not null,
        channels text[] not null,
        goals text,
        budget_minor bigint check (budget_minor >= 0),
        budget_currency text,
        starts_on date,
        ends_on date,
        status text not null check (status in ('PLANNED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED')),
        owner_id uuid,
        department_id uuid,
        version integer not null,
        created_at timestamptz not null,
        created_by uuid,
        updated_at timestamptz not null,
        updated_by uuid,
        deleted_at timestamptz,
        constraint budget_has_a_currency check ((budget_minor is null) = (budget_currency is null)),
        constraint ends_after_it_starts check (ends_on >= starts_on)
      );
      create unique index campaign_no on campaign (tenant_id, campaign_no);
      create index campaign_by_age on campaign (tenant_id, created_at, id);
      create index campaign_by_change on campaign (tenant_id, updated_at, id);
      create index campaign_by_name on campaign (tenant_id, name, id);
      create index campaign_by_start on campaign (tenant_id, starts_on, id);
      create index campaign_by_end on campaign (tenant_id, ends_on, id);
      create index campaign_by_type on campaign (tenant_id, type);
      create index campaign_by_status on campaign (tenant_id, status);
      create index campaign_by_owner on campaign (tenant_id, owner_id, created_at, id);
      create index campaign_by_department on campaign (tenant_id, department_id, created_at, id);
      ${isolateTenants('campaign')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
