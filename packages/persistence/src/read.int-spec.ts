import { accept } from '@crm/kernel';

import { type Stage, aThing, anActor, startStage } from './stage.builder.ts';

describe('a look at a tenant', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(2);
  });
  afterAll(() => stage.stop());

  it('changes nothing: writing is refused by the database', async () => {
    const writing = stage.read(anActor(), (sql) =>
      sql.query(`insert into thing (id, name) values ($1, 'x')`, [aThing()]),
    );

    await expect(writing).rejects.toThrow('read-only transaction');
  });

  it.each(['', 'x', `${anActor().tenant}'; set local app.tenant = 'x`, '%'])(
    'is refused for a tenant that is none: %j',
    async (tenant) => {
      const look = stage.read({ tenant: tenant as never }, (sql) => sql.query('select 1'));
      await expect(look).rejects.toThrow('the tenant is not a uuid');
    },
  );

  it('sees the rows of its tenant, and afterwards the connection sees none', async () => {
    const actor = anActor();
    await stage.transact(actor, async ({ db }) => {
      await db.query(`insert into thing (id, name) values ($1, 'x')`, [aThing()]);
      return accept(null);
    });

    await expect(stage.read(actor, (sql) => sql.query('select name from thing'))).resolves.toEqual([{ name: 'x' }]);
    await expect(stage.dataSource.query('select name from thing')).resolves.toEqual([]);
  });

  it('gives its connection back after an error, more often than there are connections', async () => {
    const failing = () => stage.read(anActor(), (sql) => sql.query('select 1/0'));
    for (let nth = 0; nth < 5; nth += 1) await expect(failing()).rejects.toThrow('division by zero');

    await expect(stage.read(anActor(), (sql) => sql.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
  });

  it.each(['while a query runs', 'between two queries'])(
    'fails alone when its connection is ended %s: the next one gets a sound connection',
    async (when) => {
      const killer = await stage.connect();
      for (let nth = 0; nth < 5; nth += 1) {
        const look = stage.read(anActor(), async (sql) => {
          const [me] = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
          const kill = () => killer.query('select pg_terminate_backend($1, 5000)', [me?.pid]);
          if (when === 'between two queries') await kill();
          const [rows] = await Promise.all([sql.query('select pg_sleep(5)'), when === 'while a query runs' && kill()]);
          return rows;
        });
        await expect(look).rejects.toThrow(/terminat|closed|not queryable/i);
      }

      await expect(stage.read(anActor(), (sql) => sql.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    },
  );
});
