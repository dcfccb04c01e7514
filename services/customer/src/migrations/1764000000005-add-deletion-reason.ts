import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a customer was deleted, as somebody wrote it: with the row, where it can be erased, and not in a fact. */
export class AddDeletionReason1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table customer add column deleted_because text');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
