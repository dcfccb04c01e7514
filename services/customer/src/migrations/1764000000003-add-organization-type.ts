import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Added empty: the version before keeps working while this one is rolled out. */
export class AddOrganizationType1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table customer add column organization_type text;
      create index customer_by_organization_type on customer (tenant_id, organization_type);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
