import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type GatewayConfig, STANDARD_DOOR } from '../config.ts';
import { aThingsGateway } from '../limits/things.builder.ts';
import { aFolder, aGateway } from '../fixtures/gateway.builder.ts';
import { hashOf } from './automatic.ts';

const QUERY = '{ thing { id } }';
const PATIENCE_MS = 10_000;

const eventually = async (isThere: () => Promise<boolean>) => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    if (await isThere()) return true;
    await pause(100);
  }
  return false;
};

const get = async (url: string, search: Readonly<Record<string, string>>) => {
  const headers = { 'apollo-require-preflight': '1' };
  const reply = await fetch(`${url}/graphql?${new URLSearchParams(search).toString()}`, { headers });
  return (await reply.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
};
const hashed = (query: string) => JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

describe('a gateway with registered operations', () => {
  const setting = (documents: Partial<GatewayConfig['documents']>) => ({
    documents: { ...STANDARD_DOOR.documents, ...documents },
  });

  it('answers these and no others, and takes a new manifest while serving; a broken one is left alone', async () => {
    const files = await aFolder();
    const manifest = path.join(path.dirname(files.supergraph), 'manifest.json');
    await writeFile(manifest, JSON.stringify({ 'thing-1': QUERY }));
    const { url, ask, stop } = await aThingsGateway({}, setting({ manifests: [manifest], operations: 'registered' }));
    const post = async (body: object) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await reply.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    };
    const answer = { data: { thing: { id: '1' } } };
    expect([
      await post({ documentId: 'thing-1' }),
      await post({ doc_id: 'thing-1' }),
      await post({ query: QUERY }),
    ]).toEqual([answer, answer, answer]);
    expect((await ask('{ thing { name } }')).errors).toMatchObject([
      { extensions: { code: 'OPERATION_NOT_REGISTERED' } },
    ]);

    await writeFile(manifest, JSON.stringify({ 'thing-1': QUERY, 'thing-2': '{ thing { name } }' }));
    expect(await eventually(async () => (await post({ documentId: 'thing-2' })).data !== undefined)).toBe(true);
    await writeFile(manifest, '{');
    await pause(1_200);
    expect(await post({ documentId: 'thing-1' })).toEqual(answer);
    await Promise.all([stop(), files.forget()]);
  });

  it('does not start without its manifest, and says which', async () => {
    const { documents } = setting({ manifests: ['/nowhere/manifest.json'] });
    await expect(aGateway({ supergraph: '/nowhere/supergraph.graphql', documents })).rejects.toThrow(
      'PERSISTED_MANIFESTS: there is no manifest at /nowhere/manifest.json',
    );
  });

  it('answers GET in production for what goes by its hash, once a POST has brought it', async () => {
    const { url, ask, stop } = await aThingsGateway({}, setting({ getQueries: 'persisted' }));
    const text = await get(url, { query: QUERY });
    const early = await get(url, { extensions: hashed(QUERY) });
    const brought = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"${QUERY}","extensions":${hashed(QUERY)}}`,
    });
    const late = await get(url, { extensions: hashed(QUERY) });
    const dear = await ask(`{ ${'thing { id } '.repeat(11)} }`);
    await stop();
    expect(text.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_REQUIRED' } }]);
    expect(early.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    expect([brought.status, late]).toEqual([200, { data: { thing: { id: '1' } } }]);
    expect(dear.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_REPEATS' } }]);
  });

  it('registers a document when an operation of it is let in, not before', async () => {
    const { url, stop } = await aThingsGateway({ cost: 5 });
    const bring = async (query: string, more: object = {}) => {
      const headers = { 'content-type': 'application/json' };
      const extensions = JSON.parse(hashed(query)) as object;
      await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, extensions, ...more }) });
      return (await get(url, { extensions: hashed(query) })).errors?.map(({ extensions: { code } }) => code);
    };
    const codes = [
      await bring(QUERY, { operationName: 'NoSuch' }),
      await bring('{ things(first: 9) { id } }'),
      await bring(QUERY),
    ];
    await stop();
    expect(codes).toEqual([['PERSISTED_QUERY_NOT_FOUND'], ['PERSISTED_QUERY_NOT_FOUND'], undefined]);
  });

  it('says so when the operation asked for is none of the document’s', async () => {
    const { url, stop } = await aThingsGateway({});
    for (const body of [
      { query: 'query A { thing { id } }', operationName: '__proto__' },
      { query: 'query A { thing { id } } query B { thing { id } }' },
    ]) {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
      const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([reply.status, await reply.json()]).toMatchObject([
        400,
        { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
      ]);
    }
    await stop();
  });
});
