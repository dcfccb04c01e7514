import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export type Migration = new () => MigrationInterface;

/** One lock for all instances of a service: any number of them may start at once, one migrates. */
const MIGRATION_LOCK = 7_301_194;

/**
 * Brings a database forward, as its owner: each migration in a transaction of its own, once, under a lock; then lets
 * the app role (`<database>_app`) read and write rows and call functions, and nothing else. There is no way back:
 * a migration must leave the version before it working.
 */
export const migrate = async (ownerUrl: string, migrations: readonly Migration[]): Promise<void> => {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(ownerUrl, migrations);
    await lock.query(GRANTS);
  } finally {
    await lock.end();
  }
};

const runMigrations = async (url: string, migrations: readonly Migration[]) => {
  const owner = await new DataSource({ type: 'postgres', url, migrations: [...migrations] }).initialize();
  try {
    await owner.runMigrations({ transaction: 'each' });
  } finally {
    await owner.destroy();
  }
};

const GRANTS = `do $$
declare app text := current_database() || '_app';
begin
  if not exists (select from pg_roles where rolname = app) then return; end if;
  execute format('grant usage on schema public to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('grant usage, select on all sequences in schema public to %I', app);
  execute format('grant execute on all functions in schema public to %I', app);
  execute format('revoke insert, update, delete on migrations from %I', app);
end $$`;
