import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { listenOnFreePort } from '../fixtures/listen.builder.ts';
import { salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import type { LimitSettings } from './settings.ts';
import { aThingsGateway } from './things.builder.ts';

const nested = (levels: number) => `{ thing ${'{ next '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
const list = (count: number, each: (n: number) => string) => Array.from({ length: count }, (_, n) => each(n)).join(' ');
const deepVariable = (levels: number) => ({
  like: JSON.parse(`${'{"inner":'.repeat(levels - 2)}{"list":null}${'}'.repeat(levels - 2)}`) as object,
});

/** What fits each limit exactly, and what is one beyond it. */
const CASES: readonly {
  readonly limit: keyof LimitSettings;
  readonly allowed: number;
  readonly code: string;
  readonly text: (size: number) => string;
  readonly variables?: (size: number) => object;
  /** Where counting stops at the limit. */
  readonly uncounted?: true;
}[] = [
  {
    limit: 'tokens',
    allowed: 50,
    code: 'TOO_MANY_TOKENS',
    text: (n) => `{ thing(like: {list: [${list(n - 16, String)}]}) { id } }`,
    uncounted: true,
  },
  { limit: 'depth', allowed: 6, code: 'TOO_DEEP', text: nested },
  {
    limit: 'aliases',
    allowed: 4,
    code: 'TOO_MANY_ALIASES',
    text: (n) => `{ thing { ${list(n, (i) => `a${String(i)}: __typename`)} } }`,
  },
  {
    limit: 'rootFields',
    allowed: 3,
    code: 'TOO_MANY_ROOT_FIELDS',
    text: (n) => `{ ${list(n, () => 'thing { id }')} }`,
  },
  {
    limit: 'directives',
    allowed: 5,
    code: 'TOO_MANY_DIRECTIVES',
    text: (n) => `{ thing { ${list(n, (i) => `... @skip(if: ${String(i % 2 === 0)}) { id }`)} } }`,
  },
  {
    limit: 'conditions',
    allowed: 3,
    code: 'TOO_MANY_CONDITIONS',
    text: (n) =>
      `query (${list(n, (i) => `$v${String(i)}: Boolean = true`)}) {
        thing { ${list(n, (i) => `... @include(if: $v${String(i)}) { id }`)} } }`,
  },
  { limit: 'repeats', allowed: 3, code: 'TOO_MANY_REPEATS', text: (n) => `{ thing { ${'id '.repeat(n)} } }` },
  {
    limit: 'fields',
    allowed: 12,
    code: 'TOO_MANY_FIELDS',
    text: (n) => `{ thing { ...F next { ...F } ${list(n - 8, () => 'id')} } } fragment F on Thing { id name big }`,
  },
  {
    limit: 'variablesDepth',
    allowed: 8,
    code: 'VARIABLES_TOO_DEEP',
    text: () => 'query ($like: Deep) { thing(like: $like) { id } }',
    variables: deepVariable,
    uncounted: true,
  },
  { limit: 'cost', allowed: 40, code: 'TOO_COSTLY', text: (n) => `{ things(first: ${String(n)}) { id } }` },
];

describe('a limit of the door', () => {
  it.each(CASES)('lets in what has $allowed of $limit, and refuses one more before anybody is asked', async (each) => {
    const { ask, service, stop } = await aThingsGateway({ [each.limit]: each.allowed });
    const ask2 = (size: number) =>
      ask(each.text(size), { ...(each.variables && { variables: { ...each.variables(size) } }) });
    const fitting = await ask2(each.allowed);
    const asked = service.seen.length;
    const beyond = await ask2(each.allowed + 1);
    const askedLater = service.seen.length;
    await stop();
    expect(fitting.errors).toBeUndefined();
    expect(beyond.errors).toEqual([
      {
        message: expect.stringContaining(`At most ${String(each.allowed)} `) as unknown,
        extensions: { code: each.code, limit: each.allowed, ...(!each.uncounted && { actual: each.allowed + 1 }) },
      },
    ]);
    expect(beyond.data).toBeUndefined();
    expect(askedLater).toBe(asked);
  });

  it('refuses a body of one byte too many', async () => {
    const { url, stop } = await aThingsGateway({ bodyBytes: 200 });
    const send = (bytes: number) => {
      const body = JSON.stringify({ query: '{ thing { id } }', x: '' });
      return fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body.replace('""', `"${'x'.repeat(bytes - body.length)}"`),
      });
    };
    const [fitting, beyond] = [await send(200), await send(201)];
    expect([fitting.status, beyond.status]).toEqual([200, 413]);
    expect(await beyond.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE', limit: 200 } }] });
    await stop();
  });

  it('refuses an answer of one byte too many', async () => {
    const size = Buffer.byteLength(`${JSON.stringify({ data: { thing: { big: 'é'.repeat(500) } } })}\n`);
    const scenes = [await aThingsGateway({ responseBytes: size }), await aThingsGateway({ responseBytes: size - 1 })];
    const [fitting, beyond] = await Promise.all(scenes.map(({ ask }) => ask('{ thing { big } }')));
    await Promise.all(scenes.map(({ stop }) => stop()));
    expect(fitting?.errors).toBeUndefined();
    expect(beyond?.errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE', limit: size - 1, actual: size } }]);
    expect(beyond?.data).toBeUndefined();
  });

  it('gives up an answer that takes too long, and says so', async () => {
    const { ask, stop } = await aThingsGateway({ requestMs: 150 });
    const answer = await ask('{ slow }');
    expect(answer.status).toBe(504);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'REQUEST_TIMED_OUT', limit: 150 } }]);
    expect((await ask('{ thing { id } }')).errors).toBeUndefined();
    await stop();
  });

  it('ends what was asked of a service for an answer that is given up, or that nobody waits for', async () => {
    let [asked, cut] = [0, 0];
    const silent = createServer((request) => {
      asked += 1;
      request.socket.once('close', () => (cut += 1));
    });
    const { address, stop: stopSilent } = await listenOnFreePort(silent);
    const { ask, url, stop } = await aThingsGateway({ requestMs: 300 }, { subgraphUrls: { things: address } });
    expect((await ask('{ slow }')).status).toBe(504);
    await pause(100);
    expect([asked, cut]).toEqual([1, 1]);
    const impatient = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ slow }"}',
      signal: AbortSignal.timeout(100),
    });
    await expect(impatient).rejects.toThrow();
    await pause(100);
    expect([asked, cut]).toEqual([2, 2]);
    await Promise.all([stop(), stopSilent()]);
  });

  it('answers so many requests of one identity at once, and the next one when one of them is done', async () => {
    const issuer = await startIssuer();
    const { ask, stop } = await aThingsGateway({ identityRequests: 2 }, { issuer });
    const [wang, li] = [await issuer.token(), await issuer.token({ ...salesRep, sub: 'li.wei' })];
    const running = [ask('{ slow }', { token: wang }), ask('{ slow }', { token: wang })];
    await pause(200);
    const third = await ask('{ thing { id } }', { token: wang });
    const other = await ask('{ thing { id } }', { token: li });
    await Promise.all(running);
    const later = await ask('{ thing { id } }', { token: wang });
    await Promise.all([stop(), issuer.stop()]);
    expect(third).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS_AT_ONCE', limit: 2 } }],
    });
    expect(third.headers.get('retry-after')).toBe('1');
    expect([other.errors, later.errors]).toEqual([undefined, undefined]);
  });

  it('answers 503 to what is more than the gateway takes at once', async () => {
    const { ask, stop } = await aThingsGateway({ requests: 1 });
    const running = ask('{ slow }');
    await pause(200);
    const second = await ask('{ thing { id } }');
    await running;
    await stop();
    expect(second).toMatchObject({ status: 503, errors: [{ extensions: { of: 'gateway', limit: 1 } }] });
  });
});
