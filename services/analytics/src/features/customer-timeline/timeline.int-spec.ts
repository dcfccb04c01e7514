import { customerLifecycleChangedV1 } from '@crm/contracts';
import type { Identity } from '@crm/graphql';
import { type Id, newId } from '@crm/kernel';
import { aTenant, administrator } from '@crm/testing';

import { companyWithContact, employeeState, told } from '../../facts.builder.ts';
import { analyticsService } from '../../service.ts';
import { type Warehouse, WHOLE_TIMELINE, aWarehouse } from '../../warehouse.builder.ts';

const queries: string[] = [];
/** The service as it is, with an ear on what it asks the database. */
const overheard: typeof analyticsService = {
  ...analyticsService,
  wire: (parts) =>
    analyticsService.wire({
      ...parts,
      read: (actor, look) =>
        parts.read(actor, (sql) =>
          look({
            query: (text, values) => {
              queries.push(text);
              return sql.query(text, values);
            },
          }),
        ),
    }),
};

describe('the timeline of a customer', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse(overheard);
  });
  afterAll(() => warehouse.stop());
  beforeEach(() => {
    queries.length = 0;
  });

  const aCustomer = async (tenant: Id<'Tenant'>) => {
    const { facts, ...company } = companyWithContact(tenant);
    await warehouse.deliver(...facts);
    return company;
  };

  const titlesOf = async (who: Identity, id: string, timeline = WHOLE_TIMELINE, headers = {}) => {
    const [customer] = await warehouse.customers(who, [id], timeline, headers);
    return customer?.timeline?.nodes.map(({ title }) => title) ?? null;
  };

  it('tells what happened, newest first, who did it and to what', async () => {
    const tenant = aTenant();
    const zhang = newId('Employee');
    await warehouse.deliver(employeeState(tenant, { id: zhang }, 'zhang.min'));
    const { id, contact } = await aCustomer(tenant);

    const [customer] = await warehouse.customers(administrator(tenant), [id]);
    expect(customer?.timeline?.nodes).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        type: 'customer.contact-created.v1',
        title: 'Contact created',
        occurredAt: '2026-11-02T09:00:00.000Z',
        actor: { id: zhang },
        subject: { type: 'Contact', id: contact },
        details: [{ name: 'isPersonOfCustomer', value: 'false' }],
      },
      expect.objectContaining({ title: 'Customer created', subject: { type: 'Customer', id } }),
    ]);
  });

  it('speaks the reader’s language', async () => {
    const tenant = aTenant();
    const { id } = await aCustomer(tenant);
    const titles = await titlesOf(administrator(tenant), id, WHOLE_TIMELINE, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(titles).toEqual(['联系人已创建', '客户已创建']);
  });

  it('finds one entry again by its id', async () => {
    const tenant = aTenant();
    const { id } = await aCustomer(tenant);
    const [customer] = await warehouse.customers(administrator(tenant), [id]);
    const of = [{ __typename: 'TimelineEntry', id: customer?.timeline?.nodes[0]?.id }];
    const again = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on TimelineEntry { title } } }`;

    expect((await warehouse.ask(administrator(tenant), again, { of })).data).toEqual({
      _entities: [{ title: 'Contact created' }],
    });
    expect((await warehouse.ask(administrator(aTenant()), again, { of })).data).toEqual({ _entities: [null] });
  });

  it('can be filtered by kind, time and who did it', async () => {
    const tenant = aTenant();
    const wang = newId('Employee');
    const { id } = await aCustomer(tenant);
    await warehouse.deliver(
      employeeState(tenant, { id: wang }, 'wang'),
      told(
        customerLifecycleChangedV1,
        tenant,
        { id, version: 2, at: '2026-11-03T09:00:00.000Z', actor: 'wang' },
        customerLifecycleChangedV1.example,
      ),
    );
    const filtered = (filter: string) =>
      titlesOf(administrator(tenant), id, `timeline(filter: { ${filter} }) { nodes { title } }`);

    expect(await filtered('type: { in: ["customer.customer-created.v1"] }')).toEqual(['Customer created']);
    expect(await filtered('occurredAt: { gte: "2026-11-02T09:00:00Z", lt: "2026-11-03T09:00:00Z" }')).toEqual([
      'Contact created',
    ]);
    expect(await filtered(`actorId: { eq: "${wang}" }`)).toEqual(['Customer moved on in its lifecycle']);
  });

  it('is read page by page in both directions, each event once, those of one moment in order', async () => {
    const tenant = aTenant();
    const { id } = await aCustomer(tenant);
    const changes = [2, 3, 4, 5, 6].map((version) =>
      told(
        customerLifecycleChangedV1,
        tenant,
        { id, version, at: '2026-11-05T09:00:00.000Z' },
        customerLifecycleChangedV1.example,
      ),
    );
    await warehouse.deliver(...changes);
    const page = async (terms: string) => {
      const fields = WHOLE_TIMELINE.replace('timeline', `timeline(${terms})`);
      const [customer] = await warehouse.customers(administrator(tenant), [id], fields);
      if (!customer?.timeline) throw new Error('no timeline');
      return customer.timeline;
    };
    const all = (await page('first: 100')).nodes.map((each) => each.id);
    expect(all).toHaveLength(7);

    const first = await page('first: 3');
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor ?? ''}"`);
    const third = await page(`first: 3, after: "${second.pageInfo.endCursor ?? ''}"`);
    expect([first, second, third].flatMap(({ nodes }) => nodes.map((each) => each.id))).toEqual(all);
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    const back = await page(`last: 3, before: "${third.pageInfo.startCursor ?? ''}"`);
    expect(back.nodes).toEqual(second.nodes);

    const versions = await warehouse.rowsOf(tenant, 'timeline_entry', 'id, aggregate_version');
    const versionOf = new Map(versions.map((row) => [row['id'], row['aggregate_version']]));
    expect(all.slice(0, 5).map((each) => versionOf.get(each))).toEqual([6, 5, 4, 3, 2]);
  });

  it('refuses a cursor that is none of its own', async () => {
    const tenant = aTenant();
    const { id } = await aCustomer(tenant);
    await expect(
      warehouse.customers(administrator(tenant), [id], `timeline(after: "x") { nodes { id } }`),
    ).rejects.toThrow('BAD_USER_INPUT');
  });

  it('costs the same few queries for one customer and for many', async () => {
    const tenant = aTenant();
    const ids: string[] = [];
    for (let each = 0; each < 5; each += 1) ids.push((await aCustomer(tenant)).id);
    const fields = `timeline(first: 2) { nodes { title actor { id } details { name } } totalCount { value } } metrics { contacts }`;

    await warehouse.customers(administrator(tenant), ids.slice(0, 1), fields);
    const forOne = queries.splice(0).length;
    const found = await warehouse.customers(administrator(tenant), ids, fields);
    // The customers, a page of each, the counts, the metrics.
    expect([forOne, queries.length]).toEqual([4, 4]);
    expect(found.map((each) => each?.timeline?.totalCount?.value)).toEqual([2, 2, 2, 2, 2]);
  });
});
