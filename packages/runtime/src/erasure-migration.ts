import { createErasureSql } from '@crm/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For databases that are older than erasure; a new one has all of it with the rest of messaging. */
export class AddErasure1764700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Rows of one shape, as asked for.
    const [found] = (await db.query(
      `select to_regclass('public.erased_aggregate') is not null as "isThere"`,
    )) as readonly {
      readonly isThere: boolean;
    }[];
    if (!found?.isThere) await db.query(createErasureSql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
