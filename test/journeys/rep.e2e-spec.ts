import { eventually } from '../support/client.ts';
import { CREATE_CUSTOMER, aCustomerOf, aSalesCompany } from '../support/company.ts';

type Company = Awaited<ReturnType<typeof aSalesCompany>>;

describe('a sales rep’s working day', () => {
  let company: Company;
  beforeAll(async () => {
    company = await aSalesCompany();
  });

  it('signs in and learns who he is', async () => {
    const { data } = await company.eastRep.ask('{ me { name roles department { name ancestors { name } } } }');
    expect(data).toEqual({
      me: { name: 'east', roles: ['SALES_REP'], department: { name: 'East', ancestors: [{ name: 'Sales' }] } },
    });
  });

  it('adds a company, is its owner, and finds it again by part of its name, its number and its phone', async () => {
    const { eastRep } = company;
    const { data } = await eastRep.ask(CREATE_CUSTOMER, {
      input: {
        kind: 'ORGANIZATION',
        name: '上海晨光贸易有限公司',
        country: 'CN',
        contactPoints: [{ kind: 'PHONE', value: '021 6888 1234' }],
      },
    });
    const { customer, userErrors } = data.createCustomer;
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({ name: '上海晨光贸易有限公司', version: 1, owner: { name: 'east' } });
    expect(customer.customerNo).toMatch(/^C-\d{6}$/);

    for (const search of ['晨光', customer.customerNo, '6888 1234', '晨光 021']) {
      const found = await eastRep.ask(
        'query ($search: String) { customers(search: $search) { nodes { id } totalCount { value isExact } } }',
        { search },
      );
      expect(found.data.customers).toEqual({ nodes: [{ id: customer.id }], totalCount: { value: 1, isExact: true } });
    }
  });

  it('adds a person, whose contact follows: made with it, renamed with it', async () => {
    const { eastRep } = company;
    const person = await aCustomerOf(eastRep, {
      kind: 'PERSON',
      name: undefined,
      person: { familyName: '李', givenName: '伟' },
    });
    const contacts =
      'query ($id: ID!) { customer(id: $id) { name contacts { nodes { name isPersonOfCustomer customer { id } } } } }';
    expect((await eastRep.ask(contacts, { id: person.id })).data.customer).toEqual({
      name: '李伟',
      contacts: { nodes: [{ name: '李伟', isPersonOfCustomer: true, customer: { id: person.id } }] },
    });

    const renamed = await eastRep.ask(
      `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version contacts { nodes { name } } } userErrors { message } } }`,
      { input: { id: person.id, expectedVersion: person.version, person: { givenName: '伟明' } } },
    );
    expect(renamed.data.updateCustomer).toEqual({
      customer: { version: 2, contacts: { nodes: [{ name: '李伟明' }] } },
      userErrors: [],
    });
  });

  it('sees the customer’s timeline and measures moments later', async () => {
    const { eastRep } = company;
    const customer = await aCustomerOf(eastRep, { name: 'Timely Ltd' });
    const timeline = () =>
      eastRep.ask('query ($id: ID!) { customer(id: $id) { name timeline { nodes { type occurredAt } } } }', {
        id: customer.id,
      });
    const seen = await eventually(timeline, ({ data }) => data.customer.timeline?.nodes.length > 0);
    expect(seen.data.customer).toMatchObject({
      name: 'Timely Ltd',
      timeline: { nodes: [{ type: 'customer.customer-created.v1' }] },
    });
  });
});
