import { upgradeOperationsSql } from '@crm/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All instances of a service learn from the database that topics are to be read again; operators see what is blocked. */
export class OperateTogether1764760000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(upgradeOperationsSql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
