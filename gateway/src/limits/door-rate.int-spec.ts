import { salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import { bodyOf, rateLimited } from './refusals.ts';
import { aThingsGateway } from './things.builder.ts';

describe('the rate of the door', () => {
  it('is a budget of cost for each identity, and says when to come back', async () => {
    const issuer = await startIssuer();
    const { ask, stop } = await aThingsGateway({ cost: 100, identityBurst: 700, identityPerSecond: 1 }, { issuer });
    const [wang, li] = [await issuer.token(), await issuer.token({ ...salesRep, sub: 'li.wei' })];
    const query = '{ things(first: 90) { id } }';
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await ask(query, { token: wang }));
    const other = await ask(query, { token: li });
    await Promise.all([stop(), issuer.stop()]);
    // 500 for planning it once, 90 each time: two fit into 700.
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    const retryAfter = Number(answers[2]?.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(60);
    expect(retryAfter).toBeLessThanOrEqual(90);
    expect(answers[2]?.errors).toEqual(bodyOf(rateLimited('identity', 90, retryAfter * 1000)).errors);
    expect(other.status).toBe(200);
  });

  it('is a budget for each address too, which failed sign-ins spend as well', async () => {
    const issuer = await startIssuer();
    const { ask, stop } = await aThingsGateway({ cost: 1, addressBurst: 1, addressPerSecond: 0.001 }, { issuer });
    const answers = [];
    // A full budget holds the dearest operation there may be: 1 and the planning of it.
    for (let n = 0; n < 503; n += 1) answers.push(await ask('{ thing { id } }', { token: 'no.good.token' }));
    await Promise.all([stop(), issuer.stop()]);
    expect(new Set(answers.slice(0, 501).map(({ status }) => status))).toEqual(new Set([401]));
    expect(answers.slice(501)).toMatchObject([{ status: 429 }, { status: 429 }]);
  });

  it('takes the word of listed proxies about the address, and of nobody else', async () => {
    const limits = { cost: 1, addressBurst: 503, addressPerSecond: 0.001 };
    const through = async (trustedProxies: readonly string[]) => {
      const { ask, stop } = await aThingsGateway(limits, { trustedProxies });
      const statuses = [];
      for (const address of ['198.51.100.1', '198.51.100.1', '198.51.100.2']) {
        statuses.push((await ask('{ thing { id } }', { headers: { 'x-forwarded-for': address } })).status);
      }
      await stop();
      return statuses;
    };
    const [trusting, careful] = [await through(['127.0.0.1']), await through([])];
    expect(trusting).toEqual([200, 429, 200]);
    expect(careful).toEqual([200, 429, 429]);
  });

  it('reports the cost to who asks for it, by header or extension, and to nobody else', async () => {
    const { url, stop } = await aThingsGateway({ cost: 500 });
    const send = async (headers: Readonly<Record<string, string>>, extensions?: object) => {
      const body = JSON.stringify({ query: '{ things(first: 7) { id } }', extensions });
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return (await answer.json()) as { extensions?: { cost?: { remaining: number } } };
    };
    const [silent, byHeader, byExtension] = [
      await send({}),
      await send({ 'x-report-cost': '1' }),
      await send({}, { cost: true }),
    ];
    await stop();
    expect(silent.extensions).toBeUndefined();
    expect(byHeader.extensions).toMatchObject({ cost: { estimated: 7, limit: 500 } });
    const spent = Number(byHeader.extensions?.cost?.remaining) - Number(byExtension.extensions?.cost?.remaining);
    // The second is asked 7 and what every request costs its address; a little comes back meanwhile.
    expect(spent).toBeLessThanOrEqual(8);
  });

  it('counts what it refuses, by code', async () => {
    const { ask, url, stop } = await aThingsGateway({ depth: 1 });
    await ask('{ thing { id } }');
    const metrics = await (await fetch(`${url}/metrics`)).text();
    await stop();
    expect(metrics).toContain('gateway_request_refused_total{code="TOO_DEEP"} 1');
  });
});
