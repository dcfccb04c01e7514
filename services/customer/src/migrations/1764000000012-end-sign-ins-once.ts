import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose sign-ins end is kept once, with the latest end: the gateway reads all that are kept, and nobody can make them
 * more than there are people. Of several that were kept so far the latest stays.
 */
export class EndSignInsOnce1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The owner is kept to one tenant, too: for this once it works on all of them.
      alter table session_revocation no force row level security;
      delete from session_revocation older using session_revocation newer
        where older.tenant_id = newer.tenant_id
          and older.employee_id is not distinct from newer.employee_id
          and older.subject is not distinct from newer.subject
          and older.token_id is not distinct from newer.token_id
          and (older.ended_at, older.id) < (newer.ended_at, newer.id);
      alter table session_revocation force row level security;
      create unique index session_revocation_of on session_revocation (tenant_id, employee_id, subject, token_id)
        nulls not distinct;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
