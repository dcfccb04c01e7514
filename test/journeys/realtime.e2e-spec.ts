import { setTimeout as pause } from 'node:timers/promises';

import { createClient } from 'graphql-ws';

import { type Client, tokenOf } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { suiteUnderTest } from '../support/config.ts';
import { type Asked, type Result, listen, until } from '../support/listening.ts';

const ONE =
  'subscription ($id: ID!) { customerChanged(id: $id) { id name version owner { name } contracts { totalCount { value } } } }';
const MANY =
  'subscription ($filter: CustomerFilter) { customersChanged(filter: $filter) { kind id customer { name } } }';
const UPDATE = `mutation ($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) { customer { version } userErrors { code message } } }`;
const DELETE = `mutation ($input: DeleteCustomerInput!) { deleteCustomer(input: $input) { userErrors { code message } } }`;

const overSocket = async ({ person }: Client, asked: Asked) => {
  const client = createClient({
    url: `${suiteUnderTest().gateway.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${await tokenOf(person)}` },
  });
  const results: Result[] = [];
  client.subscribe<Readonly<Record<string, unknown>>>(asked, {
    next: ({ data, errors }) => results.push({ data, ...(errors && { errors }) }),
    error: (error) => results.push({ errors: error }),
    complete: () => undefined,
  });
  return { results, end: () => client.dispose() };
};

describe('following customers while others work on them', () => {
  let company: Awaited<ReturnType<typeof aSalesCompany>>;
  beforeAll(async () => {
    company = await aSalesCompany();
  });

  const rename = async (id: string, expectedVersion: number, name: string) => {
    const { data } = await company.eastRep.ask(UPDATE, { input: { id, expectedVersion, name } });
    expect(data.updateCustomer.userErrors).toEqual([]);
  };

  it('a rep changes a customer: the manager sees it over both transports, others never', async () => {
    const { id, version } = await aCustomerOf(company.eastRep, { name: 'Before' });
    const asked = { query: ONE, variables: { id } };
    const [events, socket] = [await listen(company.manager, asked), await overSocket(company.manager, asked)];
    const colleague = await listen(company.southRep, asked);
    const stranger = await listen((await aSalesCompany()).setup, asked);
    await pause(500);

    await rename(id, version, 'After');
    const isTold = (results: readonly Result[]) => JSON.stringify(results).includes('After');
    await until(() => isTold(events.heard.results) && isTold(socket.results));
    await pause(500);

    const customerChanged = {
      id,
      name: 'After',
      version: version + 1,
      owner: { name: 'east' },
      contracts: { totalCount: { value: 0 } },
    };
    // That it was created may still have been on its way.
    expect(events.heard.results.at(-1)).toEqual({ data: { customerChanged } });
    expect(socket.results.at(-1)).toEqual({ data: { customerChanged } });
    expect([colleague.heard.results, stranger.heard.results]).toEqual([[], []]);
    for (const each of [events, colleague, stranger]) each.leave();
    await socket.end();
  });

  it('a list hears of what is new, changed and gone, as far as it passes the filter', async () => {
    const filter = { city: { eq: 'Ningbo' } };
    const list = await listen(company.manager, { query: MANY, variables: { filter } });
    const here = await aCustomerOf(company.eastRep, { name: 'Harbour', city: 'Ningbo' });
    await aCustomerOf(company.eastRep, { name: 'Elsewhere', city: 'Jinan' });
    await until(() => list.heard.results.length === 1);
    await rename(here.id, here.version, 'Great Harbour');
    await until(() => list.heard.results.length === 2);
    await company.manager.ask(DELETE, { input: { id: here.id, expectedVersion: here.version + 1 } });
    await until(() => list.heard.results.length === 3);
    list.leave();

    expect(list.heard.results).toEqual([
      { data: { customersChanged: { kind: 'CREATED', id: here.id, customer: { name: 'Harbour' } } } },
      { data: { customersChanged: { kind: 'UPDATED', id: here.id, customer: { name: 'Great Harbour' } } } },
      { data: { customersChanged: { kind: 'REMOVED', id: here.id, customer: null } } },
    ]);
  });

  it('a manager who was away for a moment is told what happened meanwhile', async () => {
    const { id, version } = await aCustomerOf(company.eastRep, { name: 'First' });
    const asked = { query: 'subscription ($id: ID!) { customerChanged(id: $id) { name } }', variables: { id } };
    const before = await listen(company.manager, asked);
    await until(() => before.heard.lastEventId !== '');
    before.leave();
    await rename(id, version, 'Second');
    await rename(id, version + 1, 'Third');
    await pause(500);
    const after = await listen(company.manager, asked, before.heard.lastEventId);
    await until(() => after.heard.results.length > 0);
    after.leave();

    // Of several changes of one record the last is enough: what is sent is how it is now.
    expect(after.heard.results.at(-1)).toEqual({ data: { customerChanged: { name: 'Third' } } });
  });
});
