import { Client } from 'pg';

import { type TestDatabase, startDatabase } from './database.ts';

const migrate = async (ownerUrl: string) => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('create extension pg_trgm');
  await owner.query('create table note (body text not null)');
  await owner.query(`do $$ begin execute format('grant select on note to %I', current_database() || '_app'); end $$`);
  await owner.end();
};

describe('a database for a spec', () => {
  let database: TestDatabase;
  let app: Client;
  beforeAll(async () => {
    database = await startDatabase({ migrate });
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.stop();
  });

  it('lets the app role do what it was granted and nothing more', async () => {
    await expect(app.query('select * from note')).resolves.toMatchObject({ rows: [] });
    await expect(app.query(`insert into note values ('x')`)).rejects.toThrow('permission denied');
    await expect(app.query('create table other ()')).rejects.toThrow('permission denied');
  });

  it('gives the app role no way around row-level security', async () => {
    const { rows } = await app.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it('finds Chinese text by trigrams', async () => {
    const { rows } = await app.query(`select show_trgm('公海池') <> '{}' as found`);

    expect(rows).toEqual([{ found: true }]);
  });
});
