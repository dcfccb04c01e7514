import { upgradeOutboxSql } from '@crm/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published rows are no longer marked in the outbox: what is to be published stands in a narrow table beside it. */
export class MarkBesideOutbox1764750000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(upgradeOutboxSql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
