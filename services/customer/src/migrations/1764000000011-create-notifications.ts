import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What employees are told of. */
export class CreateNotifications1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification (
        id uuid primary key,
        ${tenantColumn},
        recipient_id uuid not null references employee,
        kind text not null,
        subject_id uuid not null,
        actor_id uuid references employee,
        created_at timestamptz not null,
        read_at timestamptz,
        version integer not null
      );
      create index notification_by_age on notification (tenant_id, recipient_id, created_at, id);
      create index notification_by_kind on notification (tenant_id, recipient_id, kind, created_at, id);
      create index notification_unread on notification (tenant_id, recipient_id, created_at, id) where read_at is null;
      ${isolateTenants('notification')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
