import type { Identity } from '@crm/graphql';
import { type Id, accept, newId, systemActor, systemClock } from '@crm/kernel';
import { readOn } from '@crm/persistence';
import { aTenant, administrator, anEmployee } from '@crm/testing';

import { type Timers, startTimers } from '@crm/timers';

import { companyWithContact, contactCreated, customerCreated } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse, eventually } from '../../warehouse.builder.ts';
import { rebuildFeature } from './rebuild.feature.ts';

const REBUILD = `mutation ($input: RebuildAnalyticsInput!) { rebuildAnalytics(input: $input) {
  rebuild { phase generation } userErrors { code ... on ForbiddenError { permission } } } }`;

const TABLES = ['timeline_entry', 'dim_customer', 'dim_record', 'dim_employee'] as const;

describe('a rebuild', () => {
  let warehouse: Warehouse;
  let timers: Timers;
  beforeAll(async () => {
    warehouse = await aWarehouse();
    const { dataSource, transact } = warehouse;
    const rebuild = rebuildFeature({ read: readOn(dataSource), transact, clock: systemClock });
    // Without a broker the service fires no timers itself.
    timers = startTimers({ dataSource, handlers: rebuild.timers });
  });
  afterAll(async () => {
    await timers.stop();
    await warehouse.stop();
  });

  const start = async (who: Identity, input: object = {}) => {
    const answer = await warehouse.ask(who, REBUILD, { input });
    timers.nudge();
    return answer;
  };

  const stateOf = async (tenant: Id<'Tenant'>) => {
    const answer = await warehouse.ask(
      administrator(tenant),
      `{ analyticsFreshness { rebuild { phase generation finishedAt } } }`,
    );
    return (answer.data as { analyticsFreshness: { rebuild: { phase: string; generation: number } | null } })
      .analyticsFreshness.rebuild;
  };

  const finished = (tenant: Id<'Tenant'>, generation = 2) =>
    eventually('the rebuild is finished', async () => {
      const rebuild = await stateOf(tenant);
      return rebuild?.phase === 'FINISHED' && rebuild.generation === generation;
    });

  /** Everything that is read, row by row, whichever generation it is. */
  const contentOf = async (tenant: Id<'Tenant'>) => {
    const content: Record<string, unknown> = {};
    for (const table of TABLES) {
      const rows = await warehouse.rowsOf(
        tenant,
        `${table} where generation = (select current from analytics_generation)`,
      );
      content[table] = rows.map(({ generation: _, ...row }) => row);
    }
    return content;
  };

  const companies = async (tenant: Id<'Tenant'>, count: number) => {
    const all = Array.from({ length: count }, () => companyWithContact(tenant, { ownerId: newId('Employee') }));
    await warehouse.deliver(...all.flatMap(({ facts }) => facts));
    return all.map(({ id }) => id);
  };

  it('gives row by row what was there, and leaves nothing of the old tables', async () => {
    const tenant = aTenant();
    await companies(tenant, 10);
    const before = await contentOf(tenant);

    const answer = await start(administrator(tenant));
    expect(answer.data).toMatchObject({ rebuildAnalytics: { userErrors: [] } });
    await finished(tenant);

    expect(await contentOf(tenant)).toEqual(before);
    expect(await warehouse.rowsOf(tenant, 'timeline_entry', 'distinct generation, null as id')).toEqual([
      { generation: 2, id: null },
    ]);
  });

  it('brings back what was lost', async () => {
    const tenant = aTenant();
    await companies(tenant, 3);
    const before = await contentOf(tenant);
    await warehouse.transact(systemActor(tenant, 'spec'), async ({ db }) => {
      for (const table of TABLES) await db.query(`delete from ${table}`);
      return accept(null);
    });
    await start(administrator(tenant));
    await finished(tenant);
    expect(await contentOf(tenant)).toEqual(before);
  });

  it('serves all the while, and neither loses nor doubles what happens meanwhile', async () => {
    const tenant = aTenant();
    const [known = ''] = await companies(tenant, 1);
    // More than one step of the rebuild takes at once.
    await warehouse.transact(systemActor(tenant, 'spec'), async ({ db }) => {
      await db.query(
        `insert into event_log (event_id, type, topic, aggregate_type, aggregate_id, aggregate_version, occurred_at, actor, correlation_id, data)
         select gen_random_uuid(), 'customer.customer-updated.v1', 'crm.customer.customer.fact.v1', 'customer', gen_random_uuid(), n,
                timestamptz '2026-01-01' + n * interval '1 second', 'wang', 'spec', '{"changed":["name"]}'
           from generate_series(1, 5000) n`,
      );
      return accept(null);
    });

    const seen: (number | undefined)[] = [];
    const live: string[] = [];
    await start(administrator(tenant));
    await eventually('the rebuild is finished', async () => {
      const contact = contactCreated(tenant, known, { id: newId('Contact'), at: '2026-11-20T09:00:00.000Z' });
      await warehouse.deliver(contact, contact);
      live.push(contact.eventId);
      const [customer] = await warehouse.customers(
        administrator(tenant),
        [known],
        'timeline { nodes { id } totalCount { value } }',
      );
      seen.push(customer?.timeline?.totalCount?.value);
      return (await stateOf(tenant))?.phase === 'FINISHED';
    });

    // Two events from before, and one more after each delivery: in every answer.
    expect(seen).toEqual(live.map((_, nth) => nth + 3));
    const after = await contentOf(tenant);
    expect(after['timeline_entry']).toHaveLength(5_002 + live.length);

    await start(administrator(tenant));
    await finished(tenant, 3);
    expect(await contentOf(tenant)).toEqual(after);
  });

  it('waits for what is being written when it begins', async () => {
    const tenant = aTenant();
    const [known = ''] = await companies(tenant, 1);
    const late = contactCreated(tenant, known, { id: newId('Contact') });
    const order: string[] = [];
    const written = warehouse.deliverSlowly(late, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('written');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await start(administrator(tenant));
    order.push('begun');
    await written;
    await finished(tenant);

    expect(order).toEqual(['written', 'begun']);
    const events = await warehouse.rowsOf(tenant, 'timeline_entry', 'generation, event_id as id');
    expect(events).toContainEqual({ generation: 2, id: late.eventId });
  });

  it('is one at a time, and one for one idempotency key', async () => {
    const tenant = aTenant();
    await warehouse.deliver(customerCreated(tenant, { id: newId('Customer') }));
    const admin = administrator(tenant);
    await Promise.all([start(admin), start(admin), start(admin, { idempotencyKey: 'once' })]);
    await finished(tenant);
    await start(admin, { idempotencyKey: 'once' });
    await finished(tenant);
    expect((await stateOf(tenant))?.generation).toBe(2);
  });

  it('is for those who administer all of it', async () => {
    const tenant = aTenant();
    const manager = anEmployee(tenant, newId('Employee'), ['SALES_MANAGER']);
    expect((await start(manager)).data).toEqual({
      rebuildAnalytics: { rebuild: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Timeline.update' }] },
    });
  });
});
