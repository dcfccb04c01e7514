import { createDirectorySql, createRecordShareSql } from '@crm/access';
import { createMessagingSql } from '@crm/messaging';
import {
  createIdempotencySql,
  createNumbersSql,
  createOutboxSql,
  createSearchSql,
  isolateTenants,
} from '@crm/persistence';
import { createTimersSql } from '@crm/timers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every service's database has before its own tables: the first migration of each. */
export class CreatePlatform1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(createOutboxSql);
    await db.query(createMessagingSql);
    await db.query(createTimersSql);
    await db.query(createIdempotencySql);
    await db.query(createNumbersSql);
    await db.query(createSearchSql);
    await db.query(createRecordShareSql(isolateTenants));
    await db.query(createDirectorySql(isolateTenants));
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
