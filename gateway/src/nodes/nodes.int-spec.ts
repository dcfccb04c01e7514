import { writeFile } from 'node:fs/promises';

import { customerService, ids, salesService } from '../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const set = async () => {
  const folder = await aFolder();
  const customer = await startSubgraph(customerService);
  const sales = await startSubgraph(salesService);
  await writeFile(folder.supergraph, composed([customer, sales]));
  const gateway = await aGateway({ supergraph: folder.supergraph });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), folder.forget()]);
  };
  return { customer, sales, gateway, stop };
};

let scene: Awaited<ReturnType<typeof set>>;
beforeEach(async () => {
  scene = await set();
});
afterEach(() => scene.stop());

const node = (selection: string, id: string) =>
  scene.gateway.ask(`query($id: ID!) { node(id: $id) { ${selection} } }`, { variables: { id } });

describe('finding anything by its id', () => {
  it('finds a customer, with fields of every service that knows one', async () => {
    const answer = await node('__typename id ... on Customer { name openLeads }', ids.acme);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.node).toEqual({ __typename: 'Customer', id: ids.acme, name: 'Acme', openLeads: 3 });
  });

  it.each([
    ['hidden from the reader', ids.hidden],
    ['unknown', ids.unknown],
    ['of a kind that no service offers', ids.product],
    ['malformed', 'no-id-at-all'],
    ['empty', ''],
    ['written in capitals', ids.acme.toUpperCase()],
  ])('answers null for an id that is %s, even when nothing but the id is asked for', async (_, id) => {
    expect(await node('id', id)).toMatchObject({ data: { node: null }, errors: undefined });
  });

  it('finds many at once, in their order, null where there is nothing to see', async () => {
    const wanted = [ids.lead, ids.hidden, ids.acme, 'nonsense', ids.lead];
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Lead { topic } } }';
    const answer = await scene.gateway.ask(query, { variables: { ids: wanted } });
    const lead = { id: ids.lead, topic: 'Forklifts' };
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.nodes).toEqual([lead, null, { id: ids.acme }, null, lead]);
  });

  it('asks each service once, however many of its ids are wanted', async () => {
    const query = `{ a: node(id: "${ids.acme}") { id } b: node(id: "${ids.hidden}") { id } c: nodes(ids: ["${ids.acme}"]) { id } }`;
    const answer = await scene.gateway.ask(query);
    expect(answer.data).toEqual({ a: { id: ids.acme }, b: null, c: [{ id: ids.acme }] });
    expect(scene.customer.seen).toHaveLength(1);
    expect(scene.sales.seen).toHaveLength(0);
  });

  it('refuses more than 100 ids in one list', async () => {
    const wanted = Array.from({ length: 101 }, () => ids.acme);
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const answer = await scene.gateway.ask(query, { variables: { ids: wanted } });
    expect(answer.errors).toEqual([
      { message: 'nodes takes at most 100 ids', path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('says so when the owner cannot be asked', async () => {
    await scene.sales.stop();
    const answer = await node('id', ids.lead);
    expect(answer.data).toEqual({ node: null });
    expect(answer.errors).toMatchObject([{ path: ['node'], extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  });
});
