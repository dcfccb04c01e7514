import { type Client, eventually } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';

/** Creates a record through the graph; gives its id. */
const create = async (client: Client, mutation: string, field: string, input: object): Promise<string> => {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${field} { id } userErrors { code message path } } }`;
  const { data } = await client.ask(query, { input });
  expect(data[mutation].userErrors).toEqual([]);
  return String(data[mutation][field].id);
};

const EVERYTHING = `query ($id: ID!) {
  customer(id: $id) {
    name
    owner { name department { name } }
    contracts { nodes { name amount { amount currency } owner { name } customer { name } } }
    serviceRequests { nodes { subject status } }
    timeline { nodes { type title actor { name } } }
    metrics { contacts }
  }
}`;

describe('one graph over seven services', () => {
  let company: Awaited<ReturnType<typeof aSalesCompany>>;
  let ids: { customer: string; contract: string; request: string; lead: string; product: string; campaign: string };

  beforeAll(async () => {
    company = await aSalesCompany();
    const { setup, eastRep } = company;
    const customer = (await aCustomerOf(eastRep, { name: 'All Round Ltd' })).id;
    ids = {
      customer,
      contract: await create(eastRep, 'createContract', 'contract', {
        customerId: customer,
        name: 'Frame 2027',
        type: 'FRAMEWORK',
        amount: { amount: '1200.50', currency: 'CNY' },
      }),
      request: await create(eastRep, 'createServiceRequest', 'serviceRequest', {
        customerId: customer,
        subject: 'Does not start',
        channel: 'PHONE',
      }),
      lead: await create(eastRep, 'createLead', 'lead', { name: 'Li Wei', company: 'Newcomer' }),
      product: await create(setup, 'createProduct', 'product', { code: 'P-1', name: 'Pump' }),
      campaign: await create(setup, 'createCampaign', 'campaign', { name: 'Spring', type: 'EVENT' }),
    };
  });

  it('answers with everything about a customer at once, whoever owns it', async () => {
    const ask = () => company.eastRep.ask(EVERYTHING, { id: ids.customer });
    const { data } = await eventually(ask, (answer) => answer.data?.customer?.timeline?.nodes.length >= 3);
    expect(data.customer).toMatchObject({
      name: 'All Round Ltd',
      owner: { name: 'east', department: { name: 'East' } },
      contracts: {
        nodes: [
          {
            name: 'Frame 2027',
            amount: { amount: '1200.50', currency: 'CNY' },
            owner: { name: 'east' },
            customer: { name: 'All Round Ltd' },
          },
        ],
      },
      serviceRequests: { nodes: [{ subject: 'Does not start' }] },
      metrics: { contacts: 0 },
    });
    const types = data.customer.timeline.nodes.map(({ type }: { type: string }) => type);
    expect(types.toSorted()).toEqual([
      'contract-order.contract-created.v1',
      'customer.customer-created.v1',
      'service.service-request-created.v1',
    ]);
    expect(data.customer.timeline.nodes[0].actor).toEqual({ name: 'east' });
  });

  it('finds anything again by its id alone', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Lead { company } ... on Product { code } ... on Campaign { name } } }`;
    const { data } = await company.setup.ask(query, {
      ids: [ids.lead, ids.product, ids.campaign, ids.contract, 'nonsense'],
    });
    expect(data.nodes).toEqual([
      { __typename: 'Lead', id: ids.lead, company: 'Newcomer' },
      { __typename: 'Product', id: ids.product, code: 'P-1' },
      { __typename: 'Campaign', id: ids.campaign, name: 'Spring' },
      { __typename: 'Contract', id: ids.contract },
      null,
    ]);
  });

  it('shows another rep none of it, and the manager all', async () => {
    const mine = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const owned = [ids.customer, ids.contract, ids.lead];
    const ask = (client: Client) => client.ask(mine, { ids: owned });
    expect((await ask(company.southRep)).data.nodes).toEqual([null, null, null]);
    const seen = await eventually(
      () => ask(company.manager),
      ({ data }) => data.nodes.every((each: unknown) => each !== null),
    );
    expect(seen.data.nodes).toEqual(owned.map((id) => ({ id })));
  });

  it('says in the reader’s language what is refused', async () => {
    const { data } = await company.eastRep.ask(
      'mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } userErrors { code message } } }',
      { input: { code: 'P-2', name: 'Pump' } },
      { 'accept-language': 'zh-CN' },
    );
    expect(data.createProduct).toEqual({
      product: null,
      userErrors: [{ code: 'FORBIDDEN', message: '您的角色没有此权限：Product.create。' }],
    });
  });
});
