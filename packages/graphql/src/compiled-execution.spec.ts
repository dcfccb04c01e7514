import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';

import { compiledExecution } from './compiled-execution.ts';
import { maskErrors } from './masking.ts';
import { makeSchema } from './small-schema.builder.ts';

type Asked = { readonly query: string; readonly variables?: Record<string, unknown>; readonly operationName?: string };

const ASKED: readonly Asked[] = [
  { query: '{ things { id name } }' },
  { query: '{ t: things { a: id b: name ...f } } fragment f on Thing { id price tags }' },
  {
    query: 'query ($yes: Boolean!) { things { id @include(if: $yes) name @skip(if: $yes) } }',
    variables: { yes: true },
  },
  {
    query: 'query ($yes: Boolean!) { things { id @include(if: $yes) name @skip(if: $yes) } }',
    variables: { yes: false },
  },
  { query: '{ nodes { __typename id ... on Thing { name } ... on Other { size } } }' },
  { query: '{ broken }' },
  { query: '{ things { id broken } }' },
  { query: '{ things { id never } }' },
  { query: '{ later promised missing }' },
  { query: 'query ($f: Filter) { find(filter: $f) }', variables: { f: { limit: 3 } } },
  { query: 'query ($f: Filter) { find(filter: $f) }', variables: { f: { inner: { kind: 'SMALL' } } } },
  { query: 'query ($f: Filter) { find(filter: $f) }', variables: { f: null } },
  { query: 'query ($f: Filter) { find(filter: $f) }', variables: {} },
  { query: 'query ($f: Filter = { limit: 9 }) { find(filter: $f) }' },
  { query: '{ find(filter: { tags: ["x"], kind: SMALL }) }' },
  { query: 'query ($on: Date) { day(on: $on) }', variables: { on: '2026-11-22' } },
  { query: 'query ($on: Date) { day(on: $on) }', variables: { on: '2026-02-30' } },
  { query: 'query ($n: Int!) { twice(n: $n) }', variables: { n: 'x' } },
  { query: 'query ($n: Int!) { twice(n: $n) }', variables: {} },
  { query: 'query A { twice(n: 1) } query B { twice(n: 2) }', operationName: 'B' },
  { query: 'mutation { one: add(n: 1) two: add(n: 10) }' },
  { query: '{ __typename __schema { queryType { name } } }' },
];

describe('the compiled execution', () => {
  const schema = makeSchema();
  const formatError = maskErrors(
    () => undefined,
    () => 'reference',
  );
  const serverWith = (plugins: ApolloServerPlugin[]) =>
    new ApolloServer({
      schema,
      formatError,
      plugins: [...plugins, ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()],
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
    });
  const plain = serverWith([]);
  const compiled = serverWith([compiledExecution(schema, formatError)]);
  beforeAll(() => Promise.all([plain.start(), compiled.start()]));
  afterAll(() => Promise.all([plain.stop(), compiled.stop()]));

  const ask = async (server: ApolloServer, asked: Asked) => {
    const { body } = await server.executeOperation(asked);
    if (body.kind !== 'single') throw new Error('one answer');
    const { data, errors } = body.singleResult;
    // Errors of fields that are resolved side by side may come in any order.
    const told = (errors ?? []).map(({ message, path, extensions }) => JSON.stringify({ path, message, extensions }));
    return { data: data ?? null, errors: told.sort() };
  };

  it.each(ASKED)('answers as graphql-js does: $query with $variables', async (asked) => {
    expect(await ask(compiled, asked)).toEqual(await ask(plain, asked));
    // Once more, from what was compiled before.
    expect(await ask(compiled, asked)).toEqual(await ask(plain, asked));
  });

  it('calls a variable that does not fit the client’s mistake', async () => {
    const query = 'query ($n: Int!) { twice(n: $n) }';
    const { data, errors } = await ask(compiled, { query, variables: { n: 'x' } });
    expect(data).toBeNull();
    expect(errors.join()).toMatch(/got invalid value.*BAD_USER_INPUT/);
  });
});
