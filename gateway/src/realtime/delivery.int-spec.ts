import { randomUUID } from 'node:crypto';

import { connect, listen, aWhile, until } from './stage/clients.builder.ts';
import { type Stage, aStage } from './stage/stage.builder.ts';

const ONE = 'subscription ($id: ID!) { customerChanged(id: $id) { id name openLeads } }';
const MANY = `subscription ($filter: CustomerFilter) {
  customersChanged(filter: $filter) { kind id customer { name ...More } } }
  fragment More on Customer { city openLeads }`;

describe('hearing of changes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  }, 30_000);
  afterAll(() => stage.stop());

  it('a colleague sees the change over both transports, with fields of every service; a stranger never', async () => {
    const { company, gateway, announce, tokenOf } = stage;
    const tenant = randomUUID();
    const customer = company.add(tenant, { hiddenFrom: ['outsider'] });
    const asked = { query: ONE, variables: { id: customer.id } };
    const socket = connect(gateway.url, await tokenOf('colleague', tenant));
    const overSocket = socket.subscribe(asked);
    const overEvents = await listen(gateway.url, await tokenOf('colleague', tenant), asked);
    const outsider = await listen(gateway.url, await tokenOf('outsider', tenant), asked);
    const stranger = await listen(gateway.url, await tokenOf('colleague', randomUUID()), asked);
    await aWhile();

    await announce(company.change(customer, { name: 'Acme & Sons' }));
    await until(() => overSocket.heard.results.length > 0 && overEvents.heard.results.length > 0);
    await aWhile();

    const data = { customerChanged: { id: customer.id, name: 'Acme & Sons', openLeads: 3 } };
    expect(overEvents.heard.results).toEqual([{ data }]);
    expect(overSocket.heard.results).toEqual([{ data, extensions: { eventId: expect.any(String) as unknown } }]);
    expect([outsider.heard.results, stranger.heard.results]).toEqual([[], []]);
    for (const each of [overEvents, outsider, stranger]) each.leave();
    await socket.end();
  });

  it('a list tells of what passes its filter, and of what no longer does', async () => {
    const { company, gateway, announce, tokenOf, customer: service } = stage;
    const tenant = randomUUID();
    const [here, there, gone] = [company.add(tenant), company.add(tenant, { city: 'Wuhan' }), company.add(tenant)];
    const variables = { filter: { city: { eq: 'Jinan' } } };
    const { heard, leave } = await listen(gateway.url, await tokenOf('rep', tenant), { query: MANY, variables });

    await announce(company.change(here, { name: 'New name' }));
    await until(() => heard.results.length === 1);
    const asked = service.seen.length;
    await announce(company.change(there, { name: 'Other city' }));
    // Read before it comes into the city: what is told is how the record is when it is read.
    await until(() => service.seen.length > asked);
    await announce(company.change(there, { city: 'Jinan' }));
    await until(() => heard.results.length === 2);
    await announce(company.change(here, { city: 'Beijing' }));
    await until(() => heard.results.length === 3);
    await announce(company.change(gone, { deleted: true }));
    await until(() => heard.results.length === 4);
    const fresh = company.add(tenant, { name: 'Fresh' });
    await announce(fresh);
    await until(() => heard.results.length === 5);
    leave();

    const changes = heard.results.map(({ data }) => data?.customersChanged);
    const shown = { city: 'Jinan', openLeads: 3 };
    expect(changes).toEqual([
      { kind: 'UPDATED', id: here.id, customer: { name: 'New name', ...shown } },
      { kind: 'UPDATED', id: there.id, customer: { name: 'Other city', ...shown } },
      { kind: 'REMOVED', id: here.id, customer: null },
      { kind: 'REMOVED', id: gone.id, customer: null },
      { kind: 'CREATED', id: fresh.id, customer: { name: 'Fresh', ...shown } },
    ]);
  });

  it('whoever loses sight of a record is told once that it is gone', async () => {
    const { company, gateway, announce, tokenOf } = stage;
    const tenant = randomUUID();
    const customer = company.add(tenant);
    const asked = { query: ONE, variables: { id: customer.id } };
    const { heard, leave } = await listen(gateway.url, await tokenOf('rep', tenant), asked);
    await announce(company.change(customer, { hiddenFrom: ['rep'] }));
    await until(() => heard.results.length > 0);
    await announce(company.change(customer, { name: 'Secret' }));
    await aWhile();
    leave();

    expect(heard.results).toEqual([{ data: { customerChanged: null } }]);
  });

  it('one event for a thousand subscribers of one person asks each service once', async () => {
    const { company, gateway, announce, tokenOf, customer: service, sales } = stage;
    const tenant = randomUUID();
    const customer = company.add(tenant);
    const token = await tokenOf('crowd', tenant);
    const sockets = Array.from({ length: 10 }, () => connect(gateway.url, token));
    const asked = { query: ONE, variables: { id: customer.id } };
    const crowd = sockets.flatMap((socket) => Array.from({ length: 100 }, () => socket.subscribe(asked)));
    await until(async () => (await stage.subscriptions()) >= 1_000, 20_000);
    await aWhile();
    const [before, salesBefore] = [service.seen.length, sales.seen.length];

    await announce(company.change(customer, { name: 'Big news' }));
    await until(() => crowd.every(({ heard }) => heard.results.length > 0), 20_000);

    expect(crowd.filter(({ heard }) => heard.results.length === 1)).toHaveLength(1_000);
    expect(service.seen.length - before).toBe(1);
    expect(sales.seen.length - salesBefore).toBe(1);
    for (const each of sockets) await each.end();
  }, 40_000);

  it('a field that fails leaves its place empty, and the stream goes on', async () => {
    const { company, gateway, announce, tokenOf } = stage;
    const tenant = randomUUID();
    const customer = company.add(tenant);
    const query = 'subscription { customersChanged { id news: customer { name secret } } }';
    const { heard, leave } = await listen(gateway.url, await tokenOf('rep', tenant), { query });
    await announce(company.change(customer, { name: 'Half' }));
    await until(() => heard.results.length > 0);
    leave();

    const [result] = heard.results;
    expect(result?.data).toEqual({ customersChanged: { id: customer.id, news: { name: 'Half', secret: null } } });
    expect(result?.errors).toMatchObject([{ message: 'Internal error', path: ['customersChanged', 'news', 'secret'] }]);
  });
});
