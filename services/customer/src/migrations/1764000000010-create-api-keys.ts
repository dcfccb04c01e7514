import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys, and which sign-ins are no longer good. */
export class CreateApiKeys1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table api_key (
        id uuid primary key,
        ${tenantColumn},
        name text not null,
        secret_hash bytea not null check (length(secret_hash) = 32),
        owner_id uuid references employee,
        department_id uuid references department,
        roles text[] not null,
        scopes text[] not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        last_used_at timestamptz,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index api_key_by_age on api_key (tenant_id, created_at, id);
      create index api_key_by_name on api_key (tenant_id, name, id);
      create index api_key_by_owner on api_key (tenant_id, owner_id, created_at, id);
      create index api_key_by_department on api_key (tenant_id, department_id, created_at, id);
      ${isolateTenants('api_key')}

      create table session_revocation (
        id uuid primary key,
        ${tenantColumn},
        employee_id uuid,
        subject text,
        token_id text,
        ended_at timestamptz not null,
        forget_at timestamptz not null,
        check (num_nonnulls(employee_id, subject, token_id) > 0)
      );
      create index session_revocation_by_end on session_revocation (tenant_id, forget_at);
      ${isolateTenants('session_revocation')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
