import { manifestOf } from './manifest.ts';

const apollo = (operations: unknown, version = 1) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version, operations });

describe('a manifest of registered operations', () => {
  it('is read as Apollo’s tool writes it', () => {
    const text = apollo([{ id: 'a1', name: 'Me', type: 'query', body: 'query Me { me { id } }' }]);
    expect(manifestOf(text)).toEqual({ ok: true, value: new Map([['a1', 'query Me { me { id } }']]) });
  });

  it('is read as the client preset and the Relay compiler write it', () => {
    expect(manifestOf('{"0af3": "query Me { me { id } }"}')).toEqual({
      ok: true,
      value: new Map([['0af3', 'query Me { me { id } }']]),
    });
  });

  it('keeps an id that is the name of something else', () => {
    const read = manifestOf('{"__proto__": "{ a }", "constructor": "{ b }"}');
    expect(read.ok && [...read.value.keys()]).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    ['no JSON', 'query Me { me }', 'it is no JSON object of operations'],
    ['a list', '[]', 'it is no JSON object of operations'],
    ['another format', '{"format": "x", "version": 1}', /neither apollo-persisted-query-manifest 1/],
    ['another version', apollo([], 2), /neither apollo-persisted-query-manifest 1/],
    ['no operations', apollo(undefined), 'it has no operations'],
    ['an operation without a text', apollo([{ id: 'a1' }]), 'the operation "a1" has no text'],
    ['an operation that does not parse', '{"a1": "query {"}', /the operation "a1" does not parse: Syntax Error/],
  ])('is refused with %s', (_, text, reason) => {
    const read = manifestOf(text);
    expect(read.ok || read.refusal).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
  });
});
