import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { GatewayConfig } from '../config.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { listenOnFreePort } from '../fixtures/listen.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

/** Somebody else's two services: no assertion, no Node of ours. */
const set = async (config: Partial<GatewayConfig> = {}) => {
  const folder = await aFolder();
  const products = await startSubgraph({
    name: 'products',
    sdl: `${FEDERATION}
      type Product @key(fields: "upc") { upc: String! title: String }
      type Query { topProducts: [Product!]!  slow: String }
      type Mutation { buy(upc: String!): String }`,
    resolvers: {
      Query: {
        topProducts: () => [{ upc: '1', title: 'Chair' }],
        slow: async () => {
          await pause(700);
          return 'done';
        },
      },
      Mutation: { buy: () => 'bought' },
    },
  });
  const stock = await startSubgraph({
    name: 'inventory',
    sdl: `${FEDERATION} type Product @key(fields: "upc") { upc: String! inStock: Int }  type Query { depots: Int }`,
    resolvers: { Product: { inStock: () => 7 } },
  });
  await writeFile(folder.supergraph, composed([products, stock]));
  const gateway = await aGateway({ supergraph: folder.supergraph, ...config });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([products.stop(), stock.stop(), folder.forget()]);
  };
  return { gateway, folder, products, stop };
};

describe('the door', () => {
  let scene: Awaited<ReturnType<typeof set>>;
  beforeAll(async () => {
    scene = await set({ graphiql: true, corsOrigins: ['https://app.example'] });
  });
  afterAll(() => scene.stop());

  it("serves anybody's supergraph without authentication", async () => {
    const { gateway, products } = scene;
    const answer = await gateway.ask('{ topProducts { upc title inStock } }');
    expect(answer.data).toEqual({ topProducts: [{ upc: '1', title: 'Chair', inStock: 7 }] });
    expect(products.seen.at(-1)?.headers).not.toHaveProperty('x-crm-assertion');
  });

  it('answers queries over GET, but changes nothing there', async () => {
    const { url } = scene.gateway;
    const headers = { 'apollo-require-preflight': '1' };
    const query = await fetch(`${url}/graphql?query=${encodeURIComponent('{topProducts{upc}}')}`, { headers });
    expect(await query.json()).toEqual({ data: { topProducts: [{ upc: '1' }] } });
    const change = encodeURIComponent('mutation{buy(upc:"1")}');
    expect((await fetch(`${url}/graphql?query=${change}`, { headers })).status).toBe(405);
  });

  it('refuses what a foreign page could send unasked', async () => {
    const { url } = scene.gateway;
    const body = '{"query":"{topProducts{upc}}"}';
    const form = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
    expect(form.status).toBe(400);
    expect((await fetch(`${url}/graphql?query={topProducts{upc}}`)).status).toBe(400);
  });

  it('refuses a body that is no JSON in the shape of the graph', async () => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${scene.gateway.url}/graphql`, { method: 'POST', headers, body: '{"query"' });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('lets pages of the listed origins call it, and no others', async () => {
    const preflight = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'POST' };
      return (await fetch(`${scene.gateway.url}/graphql`, { method: 'OPTIONS', headers })).headers;
    };
    const [ours, theirs] = [await preflight('https://app.example'), await preflight('https://evil.example')];
    expect(ours.get('access-control-allow-origin')).toBe('https://app.example');
    expect(ours.get('access-control-allow-headers')).toContain('authorization');
    expect(theirs.get('access-control-allow-origin')).toBeNull();
  });

  it('shows GraphiQL from its own address only', async () => {
    const { url } = scene.gateway;
    const page = await fetch(`${url}/`);
    const html = await page.text();
    expect(html).not.toMatch(/https?:|\/\//);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => String(path));
    expect(parts).toEqual(['/graphiql/app.css', '/graphiql/app.js']);
    const workers = ['editor', 'json', 'graphql'].map((each) => `/graphiql/${each}.worker.js`);
    for (const path of [...parts, ...workers]) {
      const part = await fetch(url + path);
      expect([path, part.status]).toEqual([path, 200]);
      expect((await part.text()).length).toBeGreaterThan(1000);
    }
    expect((await fetch(`${url}/graphiql/..%2fpackage.json`)).status).toBe(404);
  });

  it('counts requests by operation', async () => {
    await scene.gateway.ask('query TopProducts { topProducts { upc } }');
    const metrics = await (await fetch(`${scene.gateway.url}/metrics`)).text();
    expect(metrics).toContain('gateway_request_duration_seconds_count{operation="TopProducts",outcome="ok"} 1');
    expect(metrics).toContain('gateway_subgraph_duration_seconds_count{subgraph="products",outcome="ok"}');
  });

  it('says that a port is taken, and how to choose another', async () => {
    const { address, stop } = await listenOnFreePort(createServer());
    const port = Number(new URL(address).port);
    const second = aGateway({ supergraph: scene.folder.supergraph, port });
    await expect(second).rejects.toThrow(`Port ${String(port)} is taken: choose another with --port or GATEWAY_PORT.`);
    await stop();
  });

  it('says that there is no supergraph, and how to get one', async () => {
    await expect(aGateway({ supergraph: '/nowhere/supergraph.graphql' })).rejects.toThrow('npm run compose');
  });
});

describe('a production gateway', () => {
  it('tells strangers neither the schema nor the names in it', async () => {
    const { gateway, stop } = await set({ production: true, introspection: false });
    const introspection = await gateway.ask('{ __schema { types { name } } }');
    const guess = await gateway.ask('{ topProduct { upc } }');
    const page = await fetch(`${gateway.url}/`);
    await stop();
    expect(introspection.data).toBeUndefined();
    expect(guess.errors?.[0]?.message).toBe('Cannot query field "topProduct" on type "Query".');
    expect(page.status).toBe(404);
  });
});

describe('stopping', () => {
  it('finishes what is being answered, and takes nothing new', async () => {
    const { gateway, stop } = await set();
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    const running = gateway.ask('{ slow }');
    await pause(200);
    const started = Date.now();
    const stopping = stop();
    expect((await running).data).toEqual({ slow: 'done' });
    await stopping;
    expect(Date.now() - started).toBeLessThan(3_000);
    await expect(fetch(`${gateway.url}/livez`)).rejects.toThrow();
  });
});

describe('readiness', () => {
  it('waits until every service has answered', async () => {
    const { gateway, products, stop } = await set();
    await products.stop();
    const waiting = await fetch(`${gateway.url}/readyz`);
    const alive = await fetch(`${gateway.url}/livez`);
    await stop();
    expect([waiting.status, alive.status]).toEqual([503, 200]);
  });
});
