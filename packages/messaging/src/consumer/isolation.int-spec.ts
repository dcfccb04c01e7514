import { randomUUID } from 'node:crypto';

import { systemActor } from '@crm/kernel';
import { accept } from '@crm/kernel';
import { transactOn } from '@crm/persistence';

import { aContract, aDatabase, aTenant, aThing, changing, type TestDatabase } from '../stack.builder.ts';
import { park } from './parking-store.ts';
import { byType, readRecord } from './read-record.ts';

const KEPT = ['outbox', 'inbox', 'parked_event', 'aggregate_head'];

describe('what messaging keeps', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await aDatabase();
  });

  afterAll(() => database.stop());

  const counts = async (tenant: ReturnType<typeof aTenant>) => {
    const outcome = await transactOn(database.dataSource)<number[], never>(
      systemActor(tenant, 'request-1'),
      async ({ db }) => {
        const found: number[] = [];
        for (const table of KEPT) found.push((await db.query<object[]>(`select 1 from ${table}`)).length);
        return accept(found);
      },
    );
    return outcome.ok ? outcome.value : [];
  };

  it('is seen by its own tenant alone, and by nobody outside a unit of work', async () => {
    const [mine, theirs] = [aTenant(), aTenant()];
    const promise = aContract();
    const thing = aThing();
    await changing(database, promise)(mine, thing);
    await transactOn(database.dataSource)(systemActor(mine, 'request-1'), async ({ db }) => {
      await db.query('insert into inbox (event_id, consumer) values ($1, $2)', [randomUUID(), 'spec']);
      return accept(null);
    });
    const record = {
      topic: promise.topic,
      partition: 0,
      offset: '0',
      key: thing,
      value: Buffer.from('{}'),
      headers: { ce_type: promise.type, ce_tenantid: mine },
    };
    const read = readRecord(
      record,
      byType([{ to: promise, kind: 'projection', handle: () => Promise.resolve() }]),
      'spec',
    );
    if (read.kind !== 'poison') throw new TypeError('It has no version');
    await park(database.dataSource, 'spec', read, read.cause);

    expect(await counts(mine)).toEqual([1, 1, 1, 1]);
    expect(await counts(theirs)).toEqual([0, 0, 0, 0]);
    for (const table of KEPT) expect(await database.dataSource.query(`select 1 from ${table}`)).toEqual([]);
  });

  it('cannot be written for another tenant', async () => {
    const other = randomUUID();
    const forged = transactOn(database.dataSource)(systemActor(aTenant(), 'request-1'), async ({ db }) => {
      await db.query('insert into inbox (tenant_id, event_id, consumer) values ($1, $2, $3)', [
        other,
        randomUUID(),
        'spec',
      ]);
      return accept(null);
    });
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('is kept apart in every table and partition that holds a tenant', async () => {
    const unguarded = await database.asOwner(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where a.attname = 'tenant_id' and c.relkind in ('r', 'p') and c.relname not in ('ledger', 'thing_view')
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(unguarded).toEqual([]);
    expect(await database.dataSource.query('select 1 from outbox_default')).toEqual([]);
  });

  it('lets nobody but the app role and the owner call the functions that cross tenants', async () => {
    const open = await database.asOwner(
      `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
          and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(open).toEqual([]);
  });

  it('has days ahead, and drops old ones but not those with an unpublished row', async () => {
    const promise = aContract();
    const [tenant, sent, unsent] = [aTenant(), aThing(), aThing()];
    await changing(database, promise)(tenant, sent);
    await changing(database, promise)(tenant, unsent);
    await database.asOwner(`create table old_a (like outbox including defaults including constraints);
      alter table outbox attach partition old_a for values from ('2026-01-01') to ('2026-01-02');
      alter table old_a rename to outbox_20260101;
      create table old_b (like outbox including defaults including constraints);
      alter table outbox attach partition old_b for values from ('2026-01-02') to ('2026-01-03');
      alter table old_b rename to outbox_20260102;`);
    await database.asOwner(`update outbox set recorded_at = '2026-01-01T10:00Z' where aggregate_id = $1`, [sent]);
    await database.asOwner(`update outbox set recorded_at = '2026-01-02T10:00Z' where aggregate_id = $1`, [unsent]);
    await database.asOwner('delete from outbox_pending');
    await database.asOwner(
      'insert into outbox_pending (lane, id, recorded_at) select lane, id, recorded_at from outbox where aggregate_id = $1',
      [unsent],
    );

    await database.asOwner('select outbox_maintain(7, 30)');

    const days = await database.asOwner<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'outbox'::regclass order by 1`,
    );
    const names = days.map(({ name }) => name);
    expect(names).toContain('outbox_20260102');
    expect(names).not.toContain('outbox_20260101');
    expect(names).toHaveLength(10);
  });
});
