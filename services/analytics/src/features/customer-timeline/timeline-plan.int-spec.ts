import { accessFor, buildDirectory } from '@crm/access';
import { accept, newId, systemActor } from '@crm/kernel';
import { type Read, openDatabase, readOn } from '@crm/persistence';
import { aTenant } from '@crm/testing';

import { customerState } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';
import { timelinesOf } from './timeline.queries.ts';

describe('a page of a timeline', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  afterAll(() => warehouse.stop());

  it('is one range of an index, however many events the company has', async () => {
    const tenant = aTenant();
    const [id, owner] = [newId('Customer'), newId('Employee')];
    await warehouse.deliver(customerState(tenant, { id }, { ownerId: owner }));
    await warehouse.transact(systemActor(tenant, 'spec'), async ({ db }) => {
      // Preparing takes as long as it takes on a busy machine.
      await db.query(`set local statement_timeout = '50s'`);
      await db.query(
        `insert into timeline_entry (generation, id, event_id, customer_id, type, occurred_at, aggregate_version, actor,
                                     subject_type, subject_id, data)
         select 1, gen_random_uuid(), gen_random_uuid(), case when n % 50 = 0 then $1::uuid else gen_random_uuid() end,
                'customer.customer-updated.v1', timestamptz '2026-01-01' + n * interval '1 second', n, 'wang',
                'Customer', gen_random_uuid(), '{}'
           from generate_series(1, 100000) n`,
        [id],
      );
      return accept(null);
    });
    await analyze(warehouse);

    const plans: string[] = [];
    const read = readOn(warehouse.dataSource);
    const explained: Read = (who, look) =>
      read(who, (sql) =>
        look({
          query: async (text, values) => {
            const plan = await sql.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
            plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'));
            return sql.query(text, values);
          },
        }),
      );
    const rep = { ...systemActor(tenant, 'spec'), employee: owner, roles: ['SALES_REP'] };
    const access = accessFor(rep, buildDirectory({ departments: [], employees: [], roles: [] }));

    const pages = await timelinesOf(explained)({ actor: rep, access }, [id], { first: 20 }, false);
    const page = pages.get(id)?.page;
    expect(page?.ok && page.value.edges).toHaveLength(20);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain('timeline_entry_of_customer');
    expect(plans[0]).not.toContain('Seq Scan on timeline_entry');
    // In the order of the index: nothing is sorted by time.
    expect(plans[0]).not.toContain('Sort Key: t.occurred_at');
  });
});

const analyze = async ({ database }: Warehouse) => {
  const owner = await openDatabase({ url: database.ownerUrl, entities: [], applicationName: 'spec' });
  await owner.query('analyze timeline_entry, dim_customer, dim_record, analytics_generation');
  await owner.destroy();
};
