import { accept } from '@crm/kernel';
import type { Client } from 'pg';

import { entityDrift, unprotectedTables } from './drift.ts';
import { type Stage, aThing, anActor, named, startStage } from './stage.builder.ts';

/** The relay's: it works across tenants. */
const OF_NO_TENANT = ['outbox_pending'];

describe('tenants in one database', () => {
  const ours = anActor();
  const theirs = anActor();
  let stage: Stage;
  let app: Client;
  beforeAll(async () => {
    stage = await startStage();
    app = await stage.connect();
    await stage.transact(ours, async ({ db, claim, announce }) => {
      const id = aThing();
      await db.query(`insert into thing (id, name) values ($1, 'ours')`, [id]);
      announce(named(await claim('thing', id), 'ours'));
      return accept(null);
    });
  });
  afterAll(() => stage.stop());

  it('see nothing of each other, not even what is to be published', async () => {
    const seen = await stage.read(theirs, async (sql) => ({
      things: await sql.query('select * from thing'),
      heads: await sql.query('select * from aggregate_head'),
      facts: await sql.query('select * from outbox'),
      partition: await sql.query('select * from outbox_default'),
    }));

    expect(seen).toEqual({ things: [], heads: [], facts: [], partition: [] });
  });

  it('cannot change or delete what is another’s, nor put anything there', async () => {
    await stage.sketch(theirs, async (sql) => {
      expect(await sql.query(`with c as (update thing set name = 'taken' returning 1) select * from c`)).toEqual([]);
      expect(await sql.query('with c as (delete from thing returning 1) select * from c')).toEqual([]);
    });
    const smuggle = stage.sketch(theirs, (sql) =>
      sql.query(`insert into thing (id, tenant_id, name) values ($1, $2, 'smuggled')`, [aThing(), ours.tenant]),
    );

    await expect(smuggle).rejects.toThrow('row-level security');
    await expect(stage.read(ours, (sql) => sql.query('select name from thing'))).resolves.toEqual([{ name: 'ours' }]);
  });

  it('are both invisible to whoever asks outside a unit of work, before and after one on the same connection', async () => {
    const seen = async () => (await app.query<{ name: string }>('select name from thing')).rows;
    const before = await seen();
    await app.query('begin');
    await app.query(`select set_config('app.tenant', $1, true)`, [ours.tenant]);
    const within = await seen();
    await app.query('commit');

    expect([before, within.length, await seen()]).toEqual([[], 1, []]);
    await expect(app.query(`insert into thing (id, name) values ($1, 'nobody’s')`, [aThing()])).rejects.toThrow(
      /row-level security|null value/,
    );
  });

  it.each([
    'alter table thing disable row level security',
    'alter table thing no force row level security',
    'drop policy tenant_isolation on thing',
    'create policy all_of_it on thing using (true)',
    'alter role current_user bypassrls',
    'drop table thing',
    'truncate thing',
    'create table more ()',
    `delete from migrations`,
  ])('stay apart whatever the app role tries: %s', async (attempt) => {
    await expect(app.query(attempt)).rejects.toThrow(/must be owner|permission denied|must have/);
  });

  it('stay apart for the owner of the tables as well', async () => {
    const owner = await stage.connect('owner');
    const { rows } = await owner.query('select * from thing');

    expect(rows).toEqual([]);
  });

  it('are found out when a table is left unprotected, or has grown apart from its entity', async () => {
    await expect(unprotectedTables(stage.dataSource, OF_NO_TENANT)).resolves.toEqual([]);
    await expect(entityDrift(stage.dataSource)).resolves.toEqual([]);

    const owner = await stage.connect('owner');
    await owner.query('create table bare (tenant_id uuid not null)');
    await owner.query('alter table thing add column colour text, drop column rank, alter column name drop not null');

    await expect(unprotectedTables(stage.dataSource, OF_NO_TENANT)).resolves.toEqual(['bare']);
    await expect(unprotectedTables(stage.dataSource, [...OF_NO_TENANT, 'bare'])).resolves.toEqual([]);
    await expect(entityDrift(stage.dataSource)).resolves.toEqual([
      'thing.rank is not in the table',
      'thing.colour is not in the entity',
      'thing.name is nullable in one and not in the other',
    ]);
  });
});
