import { upgradeParkingSql } from '@crm/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is parked is found by whom it is about; what is let go is told from what was not blocked. */
export class FindWhatIsParked1764770000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(upgradeParkingSql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
