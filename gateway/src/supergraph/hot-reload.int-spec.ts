import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { customerService, ids, salesService } from '../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const set = async () => {
  const folder = await aFolder();
  const customer = await startSubgraph(customerService);
  const sales = await startSubgraph(salesService);
  await writeFile(folder.supergraph, composed([customer]));
  const gateway = await aGateway({ supergraph: folder.supergraph });
  const publish = async (text: string) => {
    await writeFile(`${folder.supergraph}.new`, text);
    await rename(`${folder.supergraph}.new`, folder.supergraph);
  };
  const metrics = async () => (await fetch(`${gateway.url}/metrics`)).text();
  const failures = async () => {
    const counts = [...(await metrics()).matchAll(/^gateway_supergraph_update_failures_total\{.*\} (\d+)/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  const servesLeads = async () => (await gateway.ask('{ leads { topic } }')).errors === undefined;
  const servesCustomers = async () => (await gateway.ask('{ customer(id: "x") { name } }')).errors === undefined;
  const findsById = async () => (await gateway.ask(`{ node(id: "${ids.acme}") { id } }`)).data?.node !== null;
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), folder.forget()]);
  };
  return { customer, sales, publish, metrics, failures, servesLeads, servesCustomers, findsById, stop };
};

let scene: Awaited<ReturnType<typeof set>>;
beforeEach(async () => {
  scene = await set();
});
afterEach(() => scene.stop());

const eventually = async (holds: () => Promise<boolean>) => {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await holds()) return true;
    await pause(50);
  }
  return false;
};

const reasonsIn = (metrics: string) =>
  [...metrics.matchAll(/^gateway_supergraph_update_failures_total\{reason="(\w+)"\}/gm)].map(([, reason]) => reason);

describe('a new supergraph while serving', () => {
  it('is taken without a restart', async () => {
    const { customer, sales, publish, servesLeads } = scene;
    expect(await servesLeads()).toBe(false);
    await publish(composed([customer, sales]));
    expect(await eventually(servesLeads)).toBe(true);
  });

  it.each([
    ['is no GraphQL', () => 'type Query {'],
    ['is no supergraph', () => 'type Query { leads: [String] }'],
    ['is empty', () => ''],
    ['asks for protection that nobody can find in it', () => protectedGraph(composed([scene.customer, scene.sales]))],
  ])('is not taken when it %s: the old one stays', async (_, text) => {
    const { publish, failures, servesCustomers, servesLeads } = scene;
    await publish(text());
    expect(await eventually(async () => (await failures()) > 0)).toBe(true);
    expect([await servesCustomers(), await servesLeads()]).toEqual([true, false]);
  });

  it('is not taken while one of its services does not answer, but as soon as it does', async () => {
    const { customer, publish, failures, servesCustomers, servesLeads } = scene;
    let isUp = false;
    const raw = { raw: () => ({ status: isUp ? 200 : 503, body: isUp ? '{"data":{"__typename":"Query"}}' : '' }) };
    const late = await startSubgraph({ ...salesService, ...raw });
    await publish(composed([customer, late]));
    expect(await eventually(async () => (await failures()) > 0)).toBe(true);
    expect([await servesCustomers(), await servesLeads()]).toEqual([true, false]);
    isUp = true;
    expect(await eventually(servesLeads)).toBe(true);
    await late.stop();
  });

  it('that is not taken for a wrong address changes nothing for who is asked by name', async () => {
    const { customer, sales, publish, failures, servesCustomers, findsById } = scene;
    await publish(composed([{ ...customer, url: 'http://127.0.0.1:1/graphql' }, sales]));
    expect(await eventually(async () => (await failures()) > 0)).toBe(true);
    expect([await servesCustomers(), await findsById()]).toEqual([true, true]);
  });
});

describe('a new supergraph that breaks what clients ask', () => {
  it('is not taken, says so, and tells which supergraph is served and for how long', async () => {
    const { customer, sales, publish, failures, servesLeads, metrics } = scene;
    await publish(composed([customer, sales]));
    expect(await eventually(servesLeads)).toBe(true);
    const before = await metrics();

    await publish(composed([customer]));
    expect(await eventually(async () => (await failures()) > 0)).toBe(true);

    const after = await metrics();
    expect(await servesLeads()).toBe(true);
    expect(reasonsIn(after)).toEqual(['canary']);
    expect(compositionIn(after)).toMatch(/^[\da-f]{12}$/);
    expect(compositionIn(after)).toBe(compositionIn(before));
    expect(Number(/^gateway_supergraph_age_seconds (\S+)$/m.exec(after)?.[1])).toBeGreaterThan(0);
  });
});

const compositionIn = (metrics: string) => /^gateway_supergraph_info\{composition="(\w+)"\} 1$/m.exec(metrics)?.[1];

const protectedGraph = (supergraph: string) =>
  supergraph.replace(
    'schema\n',
    'schema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
  );
