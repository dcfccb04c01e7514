import { randomUUID } from 'node:crypto';

import { newId } from '@crm/kernel';

import { aWhile, connect, listen, until } from './stage/clients.builder.ts';
import { type Stage, aStage } from './stage/stage.builder.ts';

const RECEIVED = 'subscription { notificationReceived { id subject { name openLeads } } }';
const PROGRESS = `subscription ($id: ID!) { jobProgress(id: $id) {
  __typename id progress { state done } ... on PersonalDataErasure { reason } } }`;

describe('what is for one person, and what comes to an end', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  }, 30_000);
  afterAll(() => stage.stop());

  const tokenFor = (employee: string | null, tenant: string) =>
    stage.tokenOf(employee ?? 'program', tenant, '10 minutes', { employee_id: employee ?? undefined });
  /** Puts something into an inbox, and tells of it as the relay does. */
  const notify = async (tenant: string, recipientId: string, subjectId: string, event = 'notification-created') => {
    const notification = stage.company.desk.notify(tenant, recipientId, subjectId);
    const topic = 'crm.customer.notification.fact.v1';
    await stage.announce(notification, { topic, type: `customer.${event}.v1`, data: { recipientId } });
    return notification;
  };
  const goOn = (erasure: ReturnType<typeof stage.company.desk.begin>, state?: string) =>
    stage.announce(stage.company.desk.goOn(erasure, state), {
      topic: 'crm.customer.personal-data.fact.v1',
      type: 'customer.personal-data-erasure-confirmed.v1',
    });

  it('a new notification is told to its recipient over both transports, with fields of every service; to nobody else', async () => {
    const { company, gateway, customer: service } = stage;
    const [tenant, rep, colleague] = [randomUUID(), newId('Employee'), newId('Employee')];
    const customer = company.add(tenant, { name: 'Acme' });
    const socket = connect(gateway.url, await tokenFor(rep, tenant));
    const overSocket = socket.subscribe({ query: RECEIVED });
    const overEvents = await listen(gateway.url, await tokenFor(rep, tenant), { query: RECEIVED });
    const others = await Promise.all(
      [tokenFor(colleague, tenant), tokenFor(null, tenant), tokenFor(rep, randomUUID())].map(async (token) =>
        listen(gateway.url, await token, { query: RECEIVED }),
      ),
    );
    await aWhile();
    const asked = service.seen.length;

    const { id } = await notify(tenant, rep, customer.id);
    await until(() => overSocket.heard.results.length > 0 && overEvents.heard.results.length > 0);
    await notify(tenant, rep, customer.id, 'notification-read');
    await aWhile();

    const data = { notificationReceived: { id, subject: { name: 'Acme', openLeads: 3 } } };
    expect(overEvents.heard.results).toEqual([{ data }]);
    expect(overSocket.heard.results).toEqual([{ data, extensions: { eventId: expect.any(String) as unknown } }]);
    expect(others.map(({ heard }) => heard.results)).toEqual([[], [], []]);
    // One reading for the rep's two subscriptions, and none for the others.
    expect(service.seen.length - asked).toBe(1);
    for (const each of [overEvents, ...others]) each.leave();
    await socket.end();
  });

  it('whoever was away is told what came meanwhile, by another process as well', async () => {
    const { company, gateway } = stage;
    const [tenant, rep] = [randomUUID(), newId('Employee')];
    const customer = company.add(tenant);
    const token = await tokenFor(rep, tenant);
    const first = await listen(gateway.url, token, { query: RECEIVED });
    await until(() => first.heard.lastEventId !== '');
    first.leave();
    const { id } = await notify(tenant, rep, customer.id);
    await notify(tenant, newId('Employee'), customer.id);
    await aWhile();
    const other = await stage.open();
    const again = await listen(other.url, token, { query: RECEIVED }, { 'last-event-id': first.heard.lastEventId });
    await until(() => again.heard.results.length > 0);
    await aWhile();
    again.leave();
    await other.stop();

    expect(again.heard.results).toMatchObject([{ data: { notificationReceived: { id } } }]);
  });

  it('a job is told of as it goes on, and with its last state the stream is complete', async () => {
    const { company, gateway } = stage;
    const tenant = randomUUID();
    const erasure = company.desk.begin(tenant);
    const token = await tokenFor(newId('Employee'), tenant);
    const asked = { query: PROGRESS, variables: { id: erasure.id } };
    const before = await stage.subscriptions();
    const socket = connect(gateway.url, token);
    const overSocket = socket.subscribe(asked);
    const overEvents = await listen(gateway.url, token, asked);
    await aWhile();
    await goOn(erasure);
    await until(() => overSocket.heard.results.length > 0 && overEvents.heard.results.length > 0);
    await goOn(erasure, 'SUCCEEDED');
    await until(() => overSocket.heard.ended !== null && overEvents.heard.ended !== null);

    const told = (state: string, done: number) => {
      const job = { __typename: 'PersonalDataErasure', id: erasure.id, progress: { state, done }, reason: 'asked for' };
      return { data: { jobProgress: job } };
    };
    expect(overEvents.heard).toMatchObject({ results: [told('RUNNING', 1), told('SUCCEEDED', 2)], ended: 'complete' });
    expect(overSocket.heard).toMatchObject({ results: [told('RUNNING', 1), told('SUCCEEDED', 2)], ended: 'complete' });
    expect(await stage.subscriptions()).toBe(before);
    await socket.end();
  });

  it('a job that is over is told of once, and by whoever asks again once more', async () => {
    const { company, gateway } = stage;
    const tenant = randomUUID();
    const erasure = company.desk.goOn(company.desk.begin(tenant), 'FAILED');
    const token = await tokenFor(newId('Employee'), tenant);
    const asked = { query: PROGRESS, variables: { id: erasure.id } };
    for (const _ of [1, 2]) {
      const { heard } = await listen(gateway.url, token, asked);
      await until(() => heard.ended !== null);
      expect(heard).toMatchObject({
        results: [{ data: { jobProgress: { progress: { state: 'FAILED' } } } }],
        ended: 'complete',
      });
    }
    const strange = await listen(gateway.url, await tokenFor(newId('Employee'), randomUUID()), asked);
    await aWhile();
    strange.leave();
    expect(strange.heard.results).toEqual([]);
  });

  it('what is no job is refused by name', async () => {
    const { company, gateway } = stage;
    const tenant = randomUUID();
    const { id } = company.add(tenant);
    const token = await tokenFor(newId('Employee'), tenant);
    expect(await listen(gateway.url, token, { query: PROGRESS, variables: { id } })).toMatchObject({
      status: 400,
      heard: { results: [{ errors: [{ extensions: { code: 'WRONG_ID', expected: 'Job', actual: 'Customer' } }] }] },
    });
  });
});
