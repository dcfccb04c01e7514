import { createHash, createPrivateKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Id, idOf, newId, systemActor } from '@crm/kernel';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { parse } from 'graphql';

import { ASSERTION_HEADER, assertionVerifier, signAssertion } from './assertion.ts';
import { startSubgraphServer } from './subgraph-server.ts';

const TENANT: Id<'Tenant'> = idOf(newId('Tenant'));
const identity = { ...systemActor(TENANT, 'request-1'), subject: 'somebody', roles: ['SALES_REP'], scopes: ['a', 'b'] };

const resolvers = {
  Query: {
    me: (_: unknown, __: unknown, { actor, language }: { actor: object; language: string }) =>
      JSON.stringify({ ...actor, language }),
    broken: () => {
      throw new Error('no such table: secret');
    },
    echo: (_: unknown, { text }: { text: string }) => text.length,
  },
};

const keyPair = async (kid: string) => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const key = createPrivateKey({ key: { ...(await exportJWK(privateKey)) }, format: 'jwk' });
  return { kid, key, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' } };
};

const bodyOf = (query: string) => JSON.stringify({ query });
const hashOf = (body: string) => createHash('sha256').update(body).digest('base64url');

describe('a subgraph', () => {
  const logged: [string, unknown][] = [];
  let folder: string;
  let ours: Awaited<ReturnType<typeof keyPair>>;
  let stranger: typeof ours;
  let server: Awaited<ReturnType<typeof startSubgraphServer>>;

  const start = (introspection: boolean) =>
    startSubgraphServer({
      typeDefs: parse('type Query { me: String broken: String echo(text: String!): Int }'),
      resolvers,
      host: '127.0.0.1',
      port: 0,
      introspection,
      verify: assertionVerifier({ jwksFile: path.join(folder, 'jwks.json'), audience: 'customer' }),
      contextOf: (request) => request,
      logError: (reference, error) => logged.push([reference, error]),
    });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crm-subgraph-'));
    [ours, stranger] = await Promise.all([keyPair('ours'), keyPair('ours')]);
    await writeFile(path.join(folder, 'jwks.json'), JSON.stringify({ keys: [ours.jwk] }));
    server = await start(true);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const send = (assertion: string | null, query: string, more: RequestInit & { url?: string } = {}) =>
    fetch(more.url ?? server.url, {
      method: 'POST',
      body: bodyOf(query),
      ...more,
      headers: {
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        ...(assertion !== null && { [ASSERTION_HEADER]: assertion }),
      },
    });
  type Told = {
    data: Record<string, string> | null;
    errors?: { message: string; extensions: Record<string, string> }[];
  };
  const ask = async (query: string, url = server.url) => {
    const response = await send(signAssertion(ours, identity, 'customer', bodyOf(query)), query, { url });
    return (await response.json()) as Told;
  };

  /** As the gateway's, but for what `change` does to it. */
  const signed = (
    change: (token: SignJWT) => SignJWT,
    { key, kid } = ours,
    more: object = {},
    typ = 'crm-assertion+jwt',
  ) =>
    change(
      new SignJWT({ tenant: TENANT, roles: [], scope: '', body: hashOf(bodyOf('{ me }')), ...more })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ })
        .setIssuer('crm-gateway')
        .setSubject('somebody')
        .setAudience('customer')
        .setIssuedAt(),
    ).sign(key);
  const same = (token: SignJWT) => token.setExpirationTime('60s');
  const now = Math.floor(Date.now() / 1000);

  const REFUSED: Readonly<Record<string, () => Promise<string | null>>> = {
    'no assertion': () => Promise.resolve(null),
    'an empty one': () => Promise.resolve(''),
    'something else': () => Promise.resolve('Bearer x'),
    'one that is signed by a stranger under our key’s name': () => signed(same, stranger),
    'one of a key that nobody knows': () => signed(same, { ...ours, kid: 'unknown' }),
    'one for another service': () => signed((token) => same(token).setAudience('sales')),
    'one of another issuer': () => signed((token) => same(token).setIssuer('somebody')),
    'one that has run out': () => signed((token) => token.setIssuedAt(now - 90).setExpirationTime(now - 30)),
    'one that lasts longer than it may': () =>
      signed((token) => token.setIssuedAt(now - 300).setExpirationTime(now + 300)),
    'one without an end': () => signed((token) => token),
    'one of no tenant': () => signed(same, ours, { tenant: undefined }),
    'one that is bound to no body': () => signed(same, ours, { body: undefined }),
    'one that is bound to an empty hash': () => signed(same, ours, { body: '' }),
    'an access token of the same key': () => signed(same, ours, {}, 'JWT'),
    'one that was changed on its way': async () => {
      const [head, , signature] = (await signed(same)).split('.');
      const [, changed] = (await signed(same, stranger, { roles: ['ADMIN'] })).split('.');
      return [head, changed, signature].join('.');
    },
    'one that is not signed': async () => {
      const [, body] = (await signed(same)).split('.');
      return `${Buffer.from('{"alg":"none","typ":"crm-assertion+jwt"}').toString('base64url')}.${body ?? ''}.`;
    },
  };

  it.each(Object.entries(REFUSED))('answers 401 on every path to %s', async (_, make) => {
    const assertion = await make();
    const other = server.url.replace('graphql', 'anything');
    const answers = await Promise.all([
      send(assertion, '{ me }'),
      send(assertion, '{ me }', { url: other }),
      fetch(other, assertion === null ? {} : { headers: { [ASSERTION_HEADER]: assertion } }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(await answers[0].json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each([
    ['introspection', '{ __schema { queryType { name } } }'],
    ['the schema’s text', '{ _service { sdl } }'],
    ['entities', 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }'],
    ['another question', '{ broken }'],
    ['nothing', ''],
  ])('refuses an assertion that was taken from one request for %s', async (_, other) => {
    const taken = signAssertion(ours, identity, 'customer', bodyOf('{ me }'));
    const elsewhere = server.url.replace('graphql', 'anything');
    const answers = await Promise.all([
      send(taken, other),
      send(taken, other, { url: elsewhere }),
      fetch(elsewhere, { headers: { [ASSERTION_HEADER]: taken } }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    const own = await Promise.all([send(taken, '{ me }'), send(taken, '{ me }', { url: elsewhere })]);
    expect(own.map(({ status }) => status)).toEqual([200, 404]);
  });

  it('reads JSON and nothing else', async () => {
    const sent = (body: string, type: string) =>
      fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': type, [ASSERTION_HEADER]: signAssertion(ours, identity, 'customer', body) },
        body,
      });
    const answers = await Promise.all([
      sent(bodyOf('{ me }'), 'text/plain'),
      sent('{"query"', 'application/json'),
      sent('{"query":"{ me }","__proto__":{"x":1}}', 'application/json'),
      sent('', 'application/json'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([415, 400, 400, 400]);
  });

  it('knows who asks, in which language, from what the gateway vouches for', async () => {
    const { data } = await ask('{ me }');
    expect(JSON.parse(data?.['me'] ?? '')).toEqual({
      ...identity,
      traceparent: null,
      causedBy: null,
      language: 'zh-CN',
    });
  });

  it('takes a new key without a restart', async () => {
    const next = await keyPair('next');
    const ask = () => send(signAssertion(next, identity, 'customer', bodyOf('{ me }')), '{ me }');
    await expect(ask()).resolves.toMatchObject({ status: 401 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(path.join(folder, 'jwks.json'), JSON.stringify({ keys: [ours.jwk, next.jwk] }));
    await expect(ask()).resolves.toMatchObject({ status: 200 });
  });

  it('tells nothing of what went wrong inside but a reference, which the log knows', async () => {
    const { data, errors } = await ask('{ broken }');

    expect(data).toEqual({ broken: null });
    expect(errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(logged).toContainEqual([errors?.[0]?.extensions['reference'], new Error('no such table: secret')]);
  });

  it('shows its schema where that is switched on, and nowhere else', async () => {
    const closed = await start(false);
    const asked = '{ __schema { queryType { name } } }';
    const [shown, hidden] = [await ask(asked), await ask(asked, closed.url)];
    await closed.stop();

    expect(shown.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect(hidden).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('reads no request that is larger than any should be', async () => {
    const echo = (length: number) => {
      const query = `{ echo(text: "${'x'.repeat(length)}") }`;
      return send(signAssertion(ours, identity, 'customer', bodyOf(query)), query);
    };
    const [tooLarge, large] = [await echo(4 * 1024 * 1024), await echo(1024 * 1024)];
    expect([tooLarge.status, large.status]).toEqual([413, 200]);
  });
});
