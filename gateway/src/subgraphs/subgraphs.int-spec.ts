import { writeFile } from 'node:fs/promises';

import { customerService, ids, salesService } from '../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { startIssuer } from '../fixtures/issuer.builder.ts';
import { type SubgraphFixture, startSubgraph } from '../fixtures/subgraph.builder.ts';

/** Customer and sales behind a gateway; `sales` may be told to misbehave. */
const set = async ({ raw }: Pick<SubgraphFixture, 'raw'> = {}) => {
  const folder = await aFolder();
  const issuer = await startIssuer();
  const { jwksFile, supergraph, assertionKey } = folder;
  const customer = await startSubgraph({ ...customerService, jwksFile });
  const sales = await startSubgraph({ ...salesService, jwksFile, ...(raw && { raw }) });
  await writeFile(supergraph, composed([customer, sales]));
  const gateway = await aGateway({ supergraph, auth: { issuer: issuer.issuer, audience: 'crm', assertionKey } });
  const token = await issuer.token();
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), issuer.stop(), folder.forget()]);
  };
  return { customer, sales, gateway, token, stop };
};

const UNAVAILABLE = 'SERVICE_UNAVAILABLE';

describe('between the gateway and the services', () => {
  let scene: Awaited<ReturnType<typeof set>>;
  beforeAll(async () => {
    scene = await set();
  });
  afterAll(() => scene.stop());

  it('gives each service an assertion that is good for that service alone', async () => {
    const { gateway, token, customer, sales } = scene;
    const answer = await gateway.ask('{ whoAmI leads { topic } }', { token });
    expect(answer).toMatchObject({ data: { whoAmI: 'wang.fang', leads: [{ topic: 'Forklifts' }] } });
    const [toCustomer, toSales] = [customer, sales].map(({ seen }) => String(seen.at(-1)?.headers['x-crm-assertion']));
    expect(audienceOf(toCustomer)).toBe('customer');
    expect(audienceOf(toSales)).toBe('sales');

    const misused = await fetch(sales.url, { method: 'POST', headers: { 'x-crm-assertion': toCustomer ?? '' } });
    expect(misused.status).toBe(401);
  });

  it('passes trace, request id and language on, and nothing else of what the client sent', async () => {
    const { gateway, token, customer } = scene;
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const headers = {
      traceparent,
      'x-request-id': 'order-4711-a',
      'accept-language': 'zh-CN',
      cookie: 'session=1',
      'x-crm-assertion': 'forged',
      'x-forwarded-for': '10.0.0.1',
    };
    const answer = await gateway.ask('{ whoAmI }', { token, headers });
    expect(answer.headers.get('x-request-id')).toBe('order-4711-a');
    const seen = customer.seen.at(-1)?.headers ?? {};
    expect(seen).toMatchObject({ traceparent, 'x-request-id': 'order-4711-a', 'accept-language': 'zh-CN' });
    expect(Object.keys(seen).sort()).toEqual(
      [
        'accept',
        'accept-language',
        'connection',
        'content-length',
        'content-type',
        'host',
        'traceparent',
        'x-crm-assertion',
        'x-request-id',
      ].sort(),
    );
    expect(seen['x-crm-assertion']).not.toBe('forged');
  });

  it('gives a request an id of its own when the client sends an unfit one', async () => {
    const { gateway, token } = scene;
    const answer = await gateway.ask('{ whoAmI }', { token, headers: { 'x-request-id': 'a b{}' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('hides what went wrong inside a service behind a reference', async () => {
    const { gateway, token } = scene;
    const answer = await gateway.ask('{ broken whoAmI }', { token });
    expect(answer.data).toEqual({ broken: null, whoAmI: 'wang.fang' });
    const reference = answer.headers.get('x-request-id');
    expect(answer.errors).toEqual([
      { message: 'Internal error', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR', reference } },
    ]);
  });

  it('passes on what a service refuses on purpose, without its insides', async () => {
    const { gateway, token } = scene;
    const { errors } = await gateway.ask('{ forbidden }', { token });
    expect(errors).toEqual([
      { message: 'You may not read this.', path: ['forbidden'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});

describe('a service that fails alone', () => {
  const failures = [
    ['answers with a proxy page', () => ({ status: 502, body: '<html>Bad gateway at 10.1.2.3</html>' })],
    ['answers half a document', () => ({ status: 200, body: '{"data":{"leads":[' })],
    ['answers something else', () => ({ status: 200, body: '[1,2,3]' })],
    ['does not trust the gateway', () => ({ status: 401, body: '{"errors":[{"message":"bad key kid-1"}]}' })],
    ['answers without end', () => ({ status: 200, body: `{"data":{"leads":"${'x'.repeat(17 * 1024 * 1024)}"}}` })],
  ] as const;

  it.each(failures)('leaves its part empty when it %s', async (_, raw) => {
    const { gateway, token, stop } = await set({ raw });
    const answer = await gateway.ask('{ leads { topic } whoAmI }', { token });
    await stop();
    const reference = answer.headers.get('x-request-id');
    expect(answer).toMatchObject({ status: 200, data: { leads: null, whoAmI: 'wang.fang' } });
    expect(answer.errors).toEqual([
      {
        message: 'This part of the answer is not available at the moment',
        path: ['leads'],
        extensions: { code: UNAVAILABLE, reference },
      },
    ]);
  });

  it('leaves its fields of other types empty when it is down, and says at which place', async () => {
    const { gateway, token, sales, stop } = await set();
    await sales.stop();
    const query = 'query($id: ID!) { acme: customer(id: $id) { name openLeads } }';
    const answer = await gateway.ask(query, { token, variables: { id: ids.acme } });
    await stop();
    expect(answer.data).toEqual({ acme: { name: 'Acme', openLeads: null } });
    expect(answer.errors).toMatchObject([{ path: ['acme'], extensions: { code: UNAVAILABLE } }]);
  });
});

const audienceOf = (assertion = '') =>
  // A JWT's second part is JSON.
  (JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as { aud: string }).aud;
