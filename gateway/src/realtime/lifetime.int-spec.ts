import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { WebSocket } from 'ws';

import { composed } from '../fixtures/gateway.builder.ts';
import { aWhile, connect, listen, until } from './stage/clients.builder.ts';
import { type Stage, aStage } from './stage/stage.builder.ts';

const ONE = 'subscription ($id: ID!) { customerChanged(id: $id) { name } }';
const MANY = 'subscription { customersChanged { kind id } }';

describe('from the first word of a subscription to its last', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  }, 30_000);
  afterAll(() => stage.stop());

  const aScene = async () => {
    const tenant = randomUUID();
    const customer = stage.company.add(tenant);
    const token = await stage.tokenOf('rep', tenant);
    const rename = (name: string) => stage.announce(stage.company.change(customer, { name }));
    return { tenant, customer, token, rename, asked: { query: ONE, variables: { id: customer.id } } };
  };
  const names = (heard: { readonly results: readonly { readonly data?: unknown }[] }) =>
    heard.results.map(({ data }) => (data as { customerChanged: { name: string } }).customerChanged.name);

  it('whoever comes back with the last event id has missed nothing, over either transport', async () => {
    const { url } = stage.gateway;
    const { token, rename, asked } = await aScene();
    const first = await listen(url, token, asked);
    await until(() => first.heard.lastEventId !== '');
    first.leave();
    await rename('while away');
    const again = await listen(url, token, asked, { 'last-event-id': first.heard.lastEventId });
    await until(() => again.heard.results.length > 0);
    again.leave();
    await rename('away once more');
    const socket = connect(url, token);
    const third = socket.subscribe({ ...asked, extensions: { lastEventId: again.heard.lastEventId } });
    await until(() => third.heard.results.length > 0);
    await rename('present');
    await until(() => third.heard.results.length > 1);
    await socket.end();

    expect(names(again.heard)).toEqual(['while away']);
    expect(names(third.heard)).toEqual(['away once more', 'present']);
  });

  it('what went while the client was away is told when it comes back', async () => {
    const { url } = stage.gateway;
    const { token, customer } = await aScene();
    const first = await listen(url, token, { query: MANY });
    await until(() => first.heard.lastEventId !== '');
    first.leave();
    await stage.announce(stage.company.change(customer, { deleted: true }));
    await aWhile();
    const again = await listen(url, token, { query: MANY }, { 'last-event-id': first.heard.lastEventId });
    await until(() => again.heard.results.length > 0);
    again.leave();

    expect(again.heard.results).toEqual([{ data: { customersChanged: { kind: 'REMOVED', id: customer.id } } }]);
  });

  it('an event id of nowhere, or one too old, is refused, so that the client reads afresh', async () => {
    const { url } = stage.gateway;
    const { token, asked } = await aScene();
    const nonsense = await listen(url, token, asked, { 'last-event-id': 'nonsense' });
    const place = (topic: string) => Buffer.from(`${topic}:0,0,0,0`).toString('base64url');
    const elsewhere = await listen(url, token, asked, { 'last-event-id': place('crm.sales.lead.fact.v1') });

    expect(nonsense).toMatchObject({
      status: 400,
      heard: { results: [{ errors: [{ extensions: { code: 'BAD_EVENT_ID' } }] }] },
    });
    expect(elsewhere).toMatchObject({ status: 400 });
  });

  it('a process that does not know what the client was shown sends it to read afresh', async () => {
    const { token, customer } = await aScene();
    const first = await listen(stage.gateway.url, token, { query: MANY });
    await until(() => first.heard.lastEventId !== '');
    first.leave();
    await stage.announce(stage.company.change(customer, { deleted: true }));
    const other = await stage.open();
    const again = await listen(other.url, token, { query: MANY }, { 'last-event-id': first.heard.lastEventId });
    await other.stop();

    expect(again).toMatchObject({
      status: 410,
      heard: { results: [{ errors: [{ extensions: { code: 'RESUME_EXPIRED' } }] }] },
    });
  });

  it('ends soon after the access token has, saying why', async () => {
    const { url } = stage.gateway;
    const { tenant, asked } = await aScene();
    // Beside what is left of it, every token is allowed five seconds of skew.
    const token = await stage.tokenOf('rep', tenant, Math.floor(Date.now() / 1000) - 3);
    const socket = connect(url, token);
    socket.subscribe(asked);
    const events = await listen(url, token, asked);
    await until(() => events.heard.ended !== null, 15_000);

    expect(events.heard).toMatchObject({
      ended: 'complete',
      results: [{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
    });
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('nobody gets in without a token, or from a foreign page', async () => {
    const { url } = stage.gateway;
    const { asked, token } = await aScene();
    const socket = connect(url, 'not.a.token');
    socket.subscribe(asked);
    const foreign = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://evil.example',
    });
    const refusal = await new Promise((resolve) => foreign.once('error', resolve));
    const elsewhere = await listen(url, 'not.a.token', asked);
    const plain = await stage.gateway.ask(ONE, { token, variables: asked.variables });

    expect(await socket.closed).toMatchObject({ code: 4401 });
    expect(String(refusal)).toContain('403');
    expect(elsewhere.status).toBe(401);
    expect(plain.errors).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_TRANSPORT' } }]);
  });

  it('what may not be asked is not subscribed to either', async () => {
    const { url } = stage.gateway;
    const { token } = await aScene();
    const socket = connect(url, token);
    const aliases = Array.from({ length: 30 }, (_, at) => `a${String(at)}: id`).join(' ');
    const crowded = `subscription { customersChanged { ${aliases} } }`;
    const wrong: readonly (readonly [string, string, object?])[] = [
      ['GRAPHQL_VALIDATION_FAILED', 'subscription { customersChanged { nonsense } }'],
      ['NOT_A_SUBSCRIPTION', '{ customers { nodes { id } } }'],
      ['BAD_USER_INPUT', ONE],
      ['WRONG_ID', ONE, { id: randomUUID() }],
      ['CONDITIONAL_SUBSCRIPTION', 'subscription { customersChanged @include(if: false) { id } }'],
      [
        'GRAPHQL_VALIDATION_FAILED',
        'subscription ($no: Boolean = false) { customersChanged @include(if: $no) { id } }',
      ],
      ['TOO_MANY_ALIASES', crowded],
    ];
    for (const [code, query, variables = {}] of wrong) {
      const { heard } = socket.subscribe({ query, variables: { ...variables } });
      await until(() => heard.results.length > 0);
      expect(heard.results).toMatchObject([{ errors: [{ extensions: { code } }] }]);
    }
    const { heard } = await listen(url, token, { query: crowded });
    expect(heard.results).toMatchObject([{ errors: [{ extensions: { code: 'TOO_MANY_ALIASES' } }] }]);
    await socket.end();
  });

  it('a broker that was away costs no event', async () => {
    const { token, rename, asked } = await aScene();
    const { heard, leave } = await listen(stage.gateway.url, token, asked);
    await rename('before');
    await until(() => heard.results.length === 1);
    await stage.broker.kill();
    await stage.broker.restart();
    await rename('after');
    await until(() => heard.results.length === 2, 40_000);
    leave();

    expect(names(heard)).toEqual(['before', 'after']);
  }, 90_000);

  it('without a broker subscriptions are refused, and everything else works', async () => {
    const { token, asked } = await aScene();
    const lonely = await stage.open([]);
    const refused = await listen(lonely.url, token, asked);
    const query = await lonely.ask('{ customers { nodes { name } } }', { token });
    await lonely.stop();

    expect(refused).toMatchObject({ status: 503 });
    expect(query.data).toEqual({ customers: { nodes: [{ name: 'Acme' }] } });
  });

  it('a gateway that stops sends its clients elsewhere', async () => {
    const { token, asked } = await aScene();
    const other = await stage.open();
    const events = await listen(other.url, token, asked);
    const socket = connect(other.url, token);
    const subscribed = socket.subscribe(asked);
    await aWhile();
    const since = Date.now();
    await other.stop();

    expect(await socket.closed).toMatchObject({ code: 1012 });
    await until(() => events.heard.ended !== null);
    expect(events.heard).toMatchObject({ ended: 'retry', results: [] });
    expect(subscribed.heard.results).toEqual([]);
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it('a graph that no longer has what somebody waits for says so', async () => {
    const { folder, sales, customer } = stage;
    const { token, asked } = await aScene();
    const { heard } = await listen(stage.gateway.url, token, asked);
    await writeFile(
      folder.supergraph,
      composed([sales, { ...customer, sdl: customer.sdl.replace('name: String!', 'title: String!') }]),
    );
    await until(() => heard.ended !== null);

    expect(heard).toMatchObject({
      ended: 'complete',
      results: [{ errors: [{ extensions: { code: 'SCHEMA_CHANGED' } }] }],
    });
  });
});
