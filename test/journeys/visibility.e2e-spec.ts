import { ASSERTION_HEADER, assertionKey, signAssertion } from '@crm/graphql/assertion';
import { idOf } from '@crm/kernel';

import type { Client } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { suiteUnderTest } from '../support/config.ts';

/** Every way to a customer there is. */
const paths = async (client: Client, id: string) => {
  const { data } = await client.ask(
    `query ($id: ID!) {
      byId: customer(id: $id) { id }
      list: customers(filter: { id: { eq: $id } }) { nodes { id } totalCount { value } }
      search: customers(search: "hidden") { nodes { id } }
      node(id: $id) { id }
      nodes(ids: [$id]) { id }
      contacts(filter: { customerId: { eq: $id } }) { nodes { id } totalCount { value } }
    }`,
    { id },
  );
  const entity = await entityOf(client, id);
  return {
    byId: data.byId?.id === id,
    list: data.list.nodes.length === 1,
    count: data.list.totalCount.value === 1,
    search: data.search.nodes.some((each: { id: string }) => each.id === id),
    node: data.node?.id === id,
    nodes: data.nodes[0]?.id === id,
    contacts: data.contacts.totalCount.value === 1 && data.contacts.nodes.length === 1,
    entity,
  };
};

/** As another subgraph's reference would be resolved: straight from the owner. */
const entityOf = async ({ person }: Client, id: string) => {
  const suite = suiteUnderTest();
  const body = JSON.stringify({
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { id name } } }',
    variables: { r: [{ __typename: 'Customer', id }] },
  });
  const assertion = signAssertion(
    assertionKey(suite.assertionKey),
    {
      tenant: person.tenant,
      subject: person.subject,
      employee: person.employeeId ? idOf<'Employee'>(person.employeeId) : null,
      departmentPath: (person.departmentPath ?? []).map((each) => idOf<'Department'>(each)),
      roles: person.roles,
      scopes: [],
      customer: null,
      partner: null,
      requestId: 'spec',
      traceparent: null,
    },
    'customer',
    body,
  );
  const response = await fetch(suite.services.customer?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion },
    body,
  });
  const { data } = (await response.json()) as { data: { _entities: ({ id: string } | null)[] } };
  return data._entities[0]?.id === id;
};

const everywhere = (seen: boolean) => ({
  byId: seen,
  list: seen,
  count: seen,
  search: seen,
  node: seen,
  nodes: seen,
  contacts: seen,
  entity: seen,
});

describe('who sees a customer, by every path', () => {
  let company: Awaited<ReturnType<typeof aSalesCompany>>;
  let id: string;
  beforeAll(async () => {
    company = await aSalesCompany();
    id = (await aCustomerOf(company.eastRep, { kind: 'PERSON', name: 'Hidden Person' })).id;
  });

  it('the rep sees what is his own', async () => {
    expect(await paths(company.eastRep, id)).toEqual(everywhere(true));
  });

  it('another rep does not', async () => {
    expect(await paths(company.southRep, id)).toEqual(everywhere(false));
  });

  it('the manager sees what belongs to the departments below', async () => {
    expect(await paths(company.manager, id)).toEqual(everywhere(true));
  });

  it('another company sees nothing, not even its administrator', async () => {
    const { setup } = await aSalesCompany();
    expect(await paths(setup, id)).toEqual(everywhere(false));
  });

  it('whom it is shared with sees it, may not change it, and no longer once the share is ended', async () => {
    const { manager, southRep } = company;
    const granteeId = southRep.person.employeeId ?? '';
    const share = await manager.ask(
      `mutation ($input: ShareCustomerInput!) { shareCustomer(input: $input) { customer { shares { level grantee { id } } } userErrors { message } } }`,
      { input: { customerId: id, employeeId: granteeId, level: 'READ' } },
    );
    expect(share.data.shareCustomer).toEqual({
      customer: { shares: [{ level: 'READ', grantee: { id: granteeId } }] },
      userErrors: [],
    });
    expect(await paths(southRep, id)).toEqual(everywhere(true));

    const update = await southRep.ask(
      `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } userErrors { code ... on ForbiddenError { permission } } } }`,
      { input: { id, expectedVersion: 1, city: 'X' } },
    );
    expect(update.data.updateCustomer).toEqual({
      customer: null,
      userErrors: [{ code: 'FORBIDDEN', permission: 'Customer.update' }],
    });

    await manager.ask(
      `mutation ($input: UnshareCustomerInput!) { unshareCustomer(input: $input) { userErrors { message } } }`,
      {
        input: { customerId: id, granteeId },
      },
    );
    expect(await paths(southRep, id)).toEqual(everywhere(false));
  });
});
