import { startDatabase } from '@crm/testing';
import { Client } from 'pg';

import { type Migration, migrate } from './migrations.ts';

const ran = (name: string, sql: string): Migration =>
  class {
    readonly name = name;
    up = async (db: { readonly query: (text: string) => Promise<unknown> }) => {
      await db.query(sql);
    };
    down = () => Promise.reject(new Error('Migrations go forward only.'));
  };

const FIRST = ran('First1764000000001', 'select pg_sleep(0.3); create table first (id int)');
const SECOND = ran('Second1764000000002', 'create table second (id int)');
const BROKEN = ran('Broken1764000000003', 'create table third (id int); select 1/0');

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof startDatabase>>;
  let app: Client;
  beforeEach(async () => {
    database = await startDatabase({ migrate: () => Promise.resolve() });
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterEach(async () => {
    await app.end();
    await database.stop();
  });
  const tables = async () => {
    const { rows } = await app.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('run once, whichever of several instances that start together comes first', async () => {
    await Promise.all(Array.from({ length: 3 }, () => migrate(database.ownerUrl, [FIRST, SECOND])));

    await expect(tables()).resolves.toEqual(['first', 'migrations', 'second']);
    await expect(app.query('select name from migrations order by id')).resolves.toMatchObject({
      rows: [{ name: 'First1764000000001' }, { name: 'Second1764000000002' }],
    });
  });

  it('leave nothing of the one that fails, keep those before it, and go on from there', async () => {
    await expect(migrate(database.ownerUrl, [FIRST, BROKEN])).rejects.toThrow('division by zero');
    await expect(tables()).resolves.toEqual(['first', 'migrations']);

    await migrate(database.ownerUrl, [FIRST, SECOND]);
    await expect(tables()).resolves.toEqual(['first', 'migrations', 'second']);
  });

  it('let the app role use rows, and neither change tables nor what has been migrated', async () => {
    await migrate(database.ownerUrl, [FIRST]);

    await expect(app.query('insert into first values (1)')).resolves.toMatchObject({ rowCount: 1 });
    await expect(app.query('select name from migrations')).resolves.toMatchObject({ rowCount: 1 });
    for (const attempt of [
      'drop table first',
      'create table more ()',
      'delete from migrations',
      'create index on first (id)',
    ])
      await expect(app.query(attempt)).rejects.toThrow(/must be owner|permission denied/);
    await expect(migrate(database.appUrl, [SECOND])).rejects.toThrow(/permission denied|must be owner/);
  });
});
