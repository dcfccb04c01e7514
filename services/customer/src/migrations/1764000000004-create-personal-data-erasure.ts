import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasing a person: the mark on what is left of the record, the request, and what each service confirmed. */
export class CreatePersonalDataErasure1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table contact add column erased_at timestamptz;
      alter table customer add column erased_at timestamptz;

      create table personal_data_erasure (
        id uuid primary key,
        ${tenantColumn},
        contact_id uuid not null references contact,
        subjects jsonb not null,
        requested_at timestamptz not null,
        requested_by uuid,
        completed_at timestamptz
      );
      create unique index personal_data_erasure_of_contact on personal_data_erasure (tenant_id, contact_id);
      create index personal_data_erasure_by_age on personal_data_erasure (tenant_id, requested_at, id);
      create index personal_data_erasure_by_status on personal_data_erasure
        (tenant_id, (case when completed_at is null then 'REQUESTED' else 'COMPLETED' end), requested_at, id);
      ${isolateTenants('personal_data_erasure')}

      create table personal_data_confirmation (
        ${tenantColumn},
        erasure_id uuid not null references personal_data_erasure,
        service text not null,
        confirmed_at timestamptz,
        records integer,
        archived integer,
        parked integer,
        primary key (tenant_id, erasure_id, service),
        constraint counted_when_confirmed check (num_nulls(confirmed_at, records, archived, parked) in (0, 4))
      );
      ${isolateTenants('personal_data_confirmation')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
