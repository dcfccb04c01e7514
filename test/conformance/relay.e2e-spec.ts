import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, getNamedType } from 'graphql';

import { type Client, aCompany, eventually } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';

const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../../gateway/schema.graphql'), 'utf8'));
const implementors = schema.getPossibleTypes(schema.getType('Node') as Parameters<typeof schema.getPossibleTypes>[0]);
/** Every list that the graph begins with. */
const lists = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
  .map(({ name }) => name);

const PAGE = 'edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

type Page = {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/** Makes a record by its mutation; gives the record's id. */
const make = async (client: Client, mutation: string, field: string, input: object): Promise<string> => {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  const { data } = await client.ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { id } userErrors { code message path } } }`,
    { input },
  );
  expect(data[mutation].userErrors).toEqual([]);
  return String(data[mutation][field].id);
};

describe('every list of the graph', () => {
  let setup: Client;
  beforeAll(async () => {
    const company = await aSalesCompany();
    setup = company.setup;
    const customerId = (await aCustomerOf(setup, { name: 'First' })).id;
    for (const name of ['Second', 'Third']) await aCustomerOf(setup, { name });
    for (const name of ['Li', 'Wu', 'He']) {
      await make(setup, 'createContact', 'contact', { customerId, name });
      await make(setup, 'createLead', 'lead', { name });
      await make(setup, 'createCampaign', 'campaign', { name, type: 'EVENT' });
      await make(setup, 'createProduct', 'product', { name, code: name });
      await make(setup, 'createServiceRequest', 'serviceRequest', { customerId, subject: name, channel: 'PHONE' });
      await make(setup, 'createContract', 'contract', {
        customerId,
        name,
        type: 'FRAMEWORK',
        amount: { amount: '1', currency: 'CNY' },
      });
    }
  });

  const page = async (list: string, argumentsText: string) => setup.ask(`{ ${list}${argumentsText} { ${PAGE} } }`);
  const pageOf = async (list: string, argumentsText: string): Promise<Page> =>
    (await page(list, argumentsText)).data[list];

  it.each(lists)('%s gives as many as are asked for: none, one, some', async (list) => {
    const all = (await page(list, '(first: 100)')).data[list];
    const ids = all.nodes.map(({ id }: { id: string }) => id);
    const first = (await page(list, '(first: 2)')).data[list];
    expect(first.nodes).toEqual(all.nodes.slice(0, 2));
    expect(first.edges.map(({ node }: { node: unknown }) => node)).toEqual(first.nodes);
    expect(first.pageInfo.hasNextPage).toBe(ids.length > 2);
    expect([first.pageInfo.startCursor, first.pageInfo.endCursor]).toEqual([
      first.edges.at(0)?.cursor ?? null,
      first.edges.at(-1)?.cursor ?? null,
    ]);
    const none = (await page(list, '(first: 0)')).data[list];
    expect([none.edges, none.pageInfo.endCursor]).toEqual([[], null]);
    const last = (await page(list, '(last: 1)')).data[list];
    expect(last.nodes).toEqual(all.nodes.slice(-1));
    expect(last.pageInfo.hasPreviousPage).toBe(ids.length > 1);
  });

  it.each(lists)('%s is walked to its end and back, each record once', async (list) => {
    const all = (await page(list, '(first: 100)')).data[list].nodes;
    const forth: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await pageOf(list, `(first: 2${after ? `, after: ${JSON.stringify(after)}` : ''})`);
      forth.push(...nodes);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    const back: unknown[] = [];
    for (let before: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await pageOf(list, `(last: 2${before ? `, before: ${JSON.stringify(before)}` : ''})`);
      back.unshift(...nodes);
      before = pageInfo.startCursor;
      more = pageInfo.hasPreviousPage;
    }
    expect([forth, back]).toEqual([all, all]);
  });

  it.each(lists)('%s says what is wrong with a page that cannot be had', async (list) => {
    for (const wrong of [
      '(first: 101)',
      '(last: 101)',
      '(first: -1)',
      '(first: 1, last: 1)',
      '(after: "nonsense")',
      '(first: 2, after: "WyJ4Il0=")',
    ]) {
      const { data, errors, status } = await page(list, wrong);
      expect([wrong, status, data?.[list] ?? null, errors?.[0]?.extensions.code]).toEqual([
        wrong,
        200,
        null,
        'BAD_USER_INPUT',
      ]);
    }
  });

  it('shows each record once to who walks it while others are added', async () => {
    const before = (await page('customers', '(first: 100)')).data.customers.nodes;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await pageOf(
        'customers',
        `(first: 1${after ? `, after: ${JSON.stringify(after)}` : ''})`,
      );
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage && seen.length < 50;
      await aCustomerOf(setup, { name: `Meanwhile ${String(seen.length)}` });
    }
    expect(seen).toEqual(before.map(({ id }: { id: string }) => id));
  });
});

describe('every kind of node', () => {
  it('is found again by its id alone, by who may see it and by nobody else', async () => {
    const { setup, eastRep, hire, departments } = await aSalesCompany();
    const admin = await hire('admin', 'ADMIN', [departments.sales]);
    const customerId = (await aCustomerOf(setup)).id;
    const assigned = { id: customerId, expectedVersion: 1, ownerId: admin.person.employeeId };
    await make(setup, 'assignCustomer', 'customer', assigned);
    const contactId = await make(setup, 'createContact', 'contact', { customerId, name: 'Li' });
    const { data: rest } = await setup.ask('{ departments(first: 1) { nodes { id } } }');
    const entries = await eventually(
      () =>
        setup.ask('query ($id: ID!) { customer(id: $id) { timeline(first: 1) { nodes { id } } } }', { id: customerId }),
      ({ data }) => data.customer.timeline?.nodes.length === 1,
    );
    const inbox = await eventually(
      () => admin.ask('{ notifications { nodes { id } } }'),
      ({ data }) => data.notifications.nodes.length > 0,
    );
    const ids: Readonly<Record<string, string>> = {
      Customer: customerId,
      Contact: contactId,
      Department: rest.departments.nodes[0].id,
      Employee: String(eastRep.person.employeeId),
      TimelineEntry: entries.data.customer.timeline.nodes[0].id,
      Notification: inbox.data.notifications.nodes[0].id,
      Lead: await make(setup, 'createLead', 'lead', { name: 'Wu' }),
      Campaign: await make(setup, 'createCampaign', 'campaign', { name: 'Spring', type: 'EVENT' }),
      Product: await make(setup, 'createProduct', 'product', { name: 'Pump', code: 'P' }),
      ServiceRequest: await make(setup, 'createServiceRequest', 'serviceRequest', {
        customerId,
        subject: 'Stuck',
        channel: 'PHONE',
      }),
      Contract: await make(setup, 'createContract', 'contract', {
        customerId,
        name: 'C',
        type: 'FRAMEWORK',
        amount: { amount: '1', currency: 'CNY' },
      }),
      ApiKey: await make(setup, 'createApiKey', 'apiKey', {
        name: 'Sync',
        ownerId: null,
        roles: ['SALES_REP'],
        scopes: ['READ'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
      PersonalDataErasure: await make(setup, 'erasePersonalData', 'erasure', {
        contactId: await make(setup, 'createContact', 'contact', { customerId, name: 'Gone' }),
      }),
    };
    expect(Object.keys(ids).sort()).toEqual(implementors.map(({ name }) => name).sort());

    const stranger = await aCompany();
    for (const [type, id] of Object.entries(ids)) {
      const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
      expect((await admin.ask(query, { id })).data.node).toEqual({ __typename: type, id });
      expect([type, (await stranger.ask(query, { id })).data.node]).toEqual([type, null]);
    }
  });
});
