import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a request was last moved or deleted, as somebody wrote it: with the row, where it can be erased, and not in a fact. */
export class AddMoveReason1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table service_request add column moved_because text');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
