import { createAutomatic, hashOf } from './automatic.ts';
import { fromBody, fromSearch } from './operation-request.ts';
import { createResolution } from './resolution.ts';
import { type DocumentSettings, STANDARD_DOCUMENTS } from './settings.ts';

const REGISTERED = 'query Me { me { id } }';
const registered = {
  byId: (id: string) => (id === 'me-1' ? REGISTERED : null),
  isRegistered: (document: string) => document === REGISTERED,
  stop: () => Promise.resolve(),
};
const persistedQuery = (sha256Hash: string, version = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

const resolution = (settings: Partial<DocumentSettings> = {}, automatic = createAutomatic()) => {
  const unregistered: string[] = [];
  const resolve = createResolution({
    settings: { ...STANDARD_DOCUMENTS, ...settings },
    registered,
    automatic,
    tell: (document) => unregistered.push(document),
  });
  return {
    automatic,
    unregistered,
    resolve: (asked: Parameters<typeof resolve>[0] | object) => resolve({ method: 'POST', ...asked }),
  };
};

describe('the document that a request means', () => {
  it('is the text it brings', () => {
    expect(resolution().resolve({ query: '{ a }' })).toMatchObject({
      ok: true,
      value: { query: '{ a }', isPersisted: false },
    });
  });

  it('is what was registered under its id', () => {
    const { resolve } = resolution();
    expect(resolve({ documentId: 'me-1' })).toMatchObject({
      ok: true,
      value: { query: REGISTERED, isPersisted: true },
    });
    expect(resolve(persistedQuery('me-1'))).toMatchObject({ ok: true, value: { query: REGISTERED } });
    expect(resolve({ documentId: 'me-2' })).toMatchObject({
      ok: false,
      refusal: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
  });

  it('is the one that was sent with its hash before, once it was found to be decent', () => {
    const { resolve } = resolution();
    const hash = hashOf('{ a }');
    const first = resolve({ query: '{ a }', ...persistedQuery(hash) });
    expect(resolve(persistedQuery(hash))).toMatchObject({ ok: false, refusal: { message: 'PersistedQueryNotFound' } });
    if (first.ok) first.value.remember();
    expect(resolve(persistedQuery(hash))).toMatchObject({ ok: true, value: { query: '{ a }', isPersisted: true } });
  });

  it.each([
    ['nothing', {}],
    ['an id and a text', { documentId: 'me-1', query: '{ a }' }],
    ['the hash of another text', { query: '{ a }', ...persistedQuery(hashOf('{ b }')) }],
    ['a version nobody knows', persistedQuery('me-1', 2)],
    ['no hash', { extensions: { persistedQuery: { version: 1 } } }],
    ['a hash that is no text', { extensions: { persistedQuery: 7 } }],
  ])('is not told by %s', (_, asked) => {
    expect(resolution().resolve(asked)).toMatchObject({ ok: false, refusal: { code: 'BAD_REQUEST' } });
  });

  it('must be a registered one where only these are served, by its id or its text', () => {
    const { resolve } = resolution({ operations: 'registered' });
    expect([resolve({ documentId: 'me-1' }).ok, resolve({ query: REGISTERED }).ok]).toEqual([true, true]);
    expect(resolve({ query: '{ a }' })).toMatchObject({ ok: false, refusal: { code: 'OPERATION_NOT_REGISTERED' } });
    expect(resolve({ query: '{ a }', ...persistedQuery(hashOf('{ a }')) })).toMatchObject({
      ok: false,
      refusal: { code: 'OPERATION_NOT_REGISTERED' },
    });
  });

  it('is told of where others than registered ones are still served', () => {
    const { resolve, unregistered } = resolution({ operations: 'log' });
    resolve({ query: REGISTERED });
    expect(resolve({ query: '{ a }' }).ok).toBe(true);
    expect(unregistered).toEqual(['{ a }']);
  });

  it('must go by an id in an address where texts are not to stand there', () => {
    const { resolve } = resolution({ getQueries: 'persisted' });
    expect(resolve({ method: 'GET', query: '{ a }' })).toMatchObject({
      ok: false,
      refusal: { code: 'PERSISTED_QUERY_REQUIRED' },
    });
    expect(resolve({ method: 'GET', documentId: 'me-1' }).ok).toBe(true);
    expect(resolve({ method: 'POST', query: '{ a }' }).ok).toBe(true);
  });
});

describe('documents registered by asking', () => {
  it('are so many and so long and no more: the least asked are forgotten', () => {
    const automatic = createAutomatic({ documents: 3, characters: 100 });
    for (const each of ['a', 'b', 'c']) automatic.register(each, `{ ${each} }`);
    automatic.find('a');
    automatic.register('d', '{ d }');
    expect([automatic.find('a'), automatic.find('b'), automatic.count()]).toEqual(['{ a }', null, 3]);
    automatic.register('long', 'x'.repeat(101));
    expect(automatic.find('long')).toBeNull();
  });
});

describe('a request', () => {
  it('names a document by any of the names that clients use', () => {
    for (const name of ['documentId', 'id', 'doc_id']) {
      expect(fromBody({ [name]: 'me-1', variables: { a: 1 } })).toEqual({
        ok: true,
        value: { documentId: 'me-1', variables: { a: 1 } },
      });
    }
  });

  it('takes null for missing', () => {
    const nothing = { query: '{ a }', operationName: null, variables: null, extensions: null };
    expect(fromBody(nothing)).toEqual({ ok: true, value: { query: '{ a }' } });
  });

  it.each([
    ['a list', []],
    ['a text', '{ a }'],
    ['nothing', null],
    ['a query that is no text', { query: { kind: 'Document' } }],
    ['variables that are no object', { query: '{ a }', variables: '{}' }],
    ['extensions that are a list', { query: '{ a }', extensions: [] }],
    ['an operation name that is no text', { query: '{ a }', operationName: 7 }],
  ])('is refused when its body is, or has, %s', (_, body) => {
    expect(fromBody(body)).toMatchObject({ ok: false, refusal: { code: 'BAD_REQUEST', status: 400 } });
  });

  it('is read from an address, with each part once and JSON where JSON belongs', () => {
    const read = (text: string) => fromSearch(new URLSearchParams(text));
    expect(read('query={a}&variables={"x":1}')).toEqual({ ok: true, value: { query: '{a}', variables: { x: 1 } } });
    expect(read('query={a}&query={b}')).toMatchObject({ ok: false });
    expect(read('query={a}&variables=7')).toMatchObject({ ok: false });
    expect(read('query={a}&extensions={')).toMatchObject({ ok: false });
  });
});
