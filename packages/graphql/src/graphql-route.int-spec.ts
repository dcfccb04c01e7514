import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { newId, systemActor } from '@crm/kernel';
import { parse } from 'graphql';

import { ASSERTION_HEADER, assertionVerifier, signAssertion } from './assertion.ts';
import { startSubgraphServer } from './subgraph-server.ts';

/** Somebody else's promise, to be kept when a spec says so. */
const promised = () => Promise.withResolvers<string>();

describe('a subgraph on its route', () => {
  const answered: string[] = [];
  const begun: string[] = [];
  let slow = promised();
  let started = promised();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  let folder: string;
  let server: Awaited<ReturnType<typeof startSubgraphServer>>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crm-route-'));
    const jwksFile = path.join(folder, 'jwks.json');
    const key = { ...publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'EdDSA' };
    await writeFile(jwksFile, JSON.stringify({ keys: [key] }));
    server = await startSubgraphServer({
      typeDefs: parse('type Query { slow: Slow quick: String } type Slow { next: String }'),
      resolvers: {
        Query: {
          slow: () => {
            started.resolve('slow');
            return slow.promise;
          },
          quick: () => 'quick',
        },
        Slow: { next: () => begun.push('next') },
      },
      host: '127.0.0.1',
      port: 0,
      introspection: false,
      verify: assertionVerifier({ jwksFile, audience: 'products' }),
      contextOf: () => ({}),
      logError: () => undefined,
      onAnswer: (operation, outcome) => answered.push(`${operation} ${outcome}`),
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    answered.length = 0;
    begun.length = 0;
    slow = promised();
    started = promised();
  });

  const post = (asked: object, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}) => {
    const body = JSON.stringify(asked);
    const assertion = signAssertion(
      { key: privateKey, kid: 'ours' },
      systemActor(newId('Tenant'), 'request-1'),
      'products',
      body,
    );
    return fetch(server.url, {
      method: 'POST',
      body,
      ...init,
      headers: { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion, ...headers },
    });
  };

  it('begins nothing more for a gateway that has hung up', async () => {
    const leaving = new AbortController();
    const asking = post({ query: '{ slow { next } }' }, { signal: leaving.signal });
    await started.promise;
    leaving.abort();
    await expect(asking).rejects.toThrow('aborted');
    // The server hears of it by its socket: before it has answered these.
    for (let nth = 0; nth < 5; nth += 1) await (await post({ query: '{ quick }' })).text();
    slow.resolve('here');
    await (await post({ query: '{ quick }' })).text();

    expect(begun).toEqual([]);
  });

  it('goes on for one that waits', async () => {
    const asking = post({ query: 'query Catalog__products__1 { slow { next } }' });
    await started.promise;
    slow.resolve('here');

    expect(await (await asking).json()).toEqual({ data: { slow: { next: '1' } } });
    expect(answered).toEqual(['Catalog ok']);
  });

  it('calls a request that cannot be answered the client’s mistake, whoever of the two answers', async () => {
    const [unknown, unfit] = await Promise.all([
      post({ query: '{ nothing }' }),
      post({ query: 'query ($n: Int!) { quick @include(if: $n) }', variables: {} }),
    ]);
    expect([unknown.status, unfit.status]).toEqual([400, 400]);
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'answers in the type that is asked for: %s',
    async (accept) => {
      const answer = await post({ query: '{ quick }' }, {}, { accept });
      expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      expect(await answer.json()).toEqual({ data: { quick: 'quick' } });
    },
  );
});
