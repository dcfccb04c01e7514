import { randomUUID } from 'node:crypto';

import { entityDrift, unprotectedTables } from '@crm/persistence';

import { DEFINITIONS, asTenant, dropChecks, someValue, startDatabaseOf, tenantTables } from './databases.builder.ts';

/** How far a group has come on a topic, who leads a lane, and which ids wait in it: of the service, not of any tenant. */
const OF_NO_TENANT = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];

describe.each(DEFINITIONS)('the database of $name', (definition) => {
  const [ours, theirs] = [randomUUID(), randomUUID()];
  let database: Awaited<ReturnType<typeof startDatabaseOf>>;
  let tables: Awaited<ReturnType<typeof tenantTables>>;
  beforeAll(async () => {
    database = await startDatabaseOf(definition);
    tables = await tenantTables(database.app);
  });
  afterAll(() => database.stop());

  it('has no table that its entities do not know as it is', async () => {
    await expect(entityDrift(database.dataSource)).resolves.toEqual([]);
  });

  it('keeps tenants apart in every table', async () => {
    await expect(unprotectedTables(database.dataSource, OF_NO_TENANT)).resolves.toEqual([]);
    expect(tables.map(({ table }) => table)).toEqual(expect.arrayContaining(['aggregate_head', 'outbox', 'timer']));
  });

  it('keeps them apart in every partition as well, when it is asked for by its own name', async () => {
    const { rows } = await database.app.query(
      `select relname from pg_class where relispartition and relkind in ('r', 'p')
          and has_table_privilege(oid, 'select')
          and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy p where p.polrelid = pg_class.oid))`,
    );
    expect(rows).toEqual([]);
  });

  it('has an app role that owns nothing and is above nothing', async () => {
    const { rows } = await database.app.query(
      `select r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty,
              (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where r.rolname = current_user`,
    );
    expect(rows).toEqual([{ mighty: false, owned: 0 }]);
  });

  it('lets nobody read, change, delete or add what is another tenant’s, in any table', async () => {
    const { app, owner } = database;
    await dropChecks(owner);
    const tried: string[] = [];
    for (const { table, columns } of tables) {
      const names = ['tenant_id', ...columns.map(({ name }) => `"${name}"`)].join(', ');
      const insert = (tenant: string) =>
        app.query(
          `insert into ${table} (${names}) values (${[`'${tenant}'`, ...columns.map(({ type }) => someValue(type))].join(', ')})`,
        );
      await asTenant(app, ours, () => insert(ours));
      const [mine] = (
        await asTenant(app, ours, () => app.query<{ n: number }>(`select count(*)::int as n from ${table}`))
      ).rows;

      const [seen, changed, deleted] = await asTenant(app, theirs, async () => [
        (await app.query(`select 1 from ${table}`)).rowCount,
        (await app.query(`update ${table} set tenant_id = tenant_id`)).rowCount,
        (await app.query(`delete from ${table}`)).rowCount,
      ]);
      const outside = (await app.query(`select 1 from ${table}`)).rowCount;
      await expect(asTenant(app, theirs, () => insert(ours))).rejects.toThrow('row-level security');
      // What is mine cannot be given away either.
      await expect(asTenant(app, ours, () => app.query(`update ${table} set tenant_id = '${theirs}'`))).rejects.toThrow(
        /row-level security|no partition|append only/,
      );
      expect({ table, mine: (mine?.n ?? 0) > 0, seen, changed, deleted, outside }).toEqual({
        table,
        mine: true,
        seen: 0,
        changed: 0,
        deleted: 0,
        outside: 0,
      });
      tried.push(table);
    }
    expect(tried.length).toBeGreaterThan(10);
  });
});
