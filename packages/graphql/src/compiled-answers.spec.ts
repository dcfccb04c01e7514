import fc from 'fast-check';
import {
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  execute,
  parse,
  validate,
} from 'graphql';

import { type AskedOf, askedOf, compiledAnswers } from './compiled-answers.ts';
import { operationFrom } from './operations.builder.ts';
import { makeSchema } from './small-schema.builder.ts';
import { wideSchema } from './wide-schema.builder.ts';

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
  { query: 'query A { twice(n: 1) } query B { twice(n: 2) }', operationName: 'B' },
  { query: 'mutation { one: add(n: 1) two: add(n: 10) }' },
  { query: '{ __typename things { __typename } }' },
];

type Told = {
  readonly data: unknown;
  readonly errors: readonly { path: readonly (string | number)[]; message: string }[];
};

const told = ({ data = null, errors = [] }: ExecutionResult): Told => {
  const plain = errors.map(({ message, path }) => ({ message, path: path ?? [] }));
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: plain.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
};
const nameOf = (error: unknown) => JSON.stringify(error);

const answersOf = (schema: GraphQLSchema) => {
  const answer = compiledAnswers(schema, (error) => error);
  return {
    ours: async (asked: Asked) => {
      const given = askedOf(asked);
      const answering = given && answer(given)?.({});
      if (!answering) return null;
      return told(JSON.parse((await answering.outcome).json) as ExecutionResult);
    },
    truth: async ({ query, variables, operationName }: Asked) =>
      told(
        await execute({
          schema,
          document: parse(query),
          variableValues: variables ?? {},
          operationName: operationName ?? null,
        }),
      ),
  };
};

describe('the compiled answers', () => {
  const { ours, truth } = answersOf(makeSchema());

  it.each(ASKED)('are those of graphql-js: $query with $variables', async (asked) => {
    const expected = await truth(asked);
    expect(await ours(asked)).toEqual(expected);
    // Once more, from what was compiled before.
    expect(await ours(asked)).toEqual(expected);
  });

  const LEFT: Readonly<Record<string, unknown>> = {
    'no GraphQL': { query: '{ things {' },
    'a field that does not exist': { query: '{ nothing }' },
    'questions about the schema': { query: '{ __schema { queryType { name } } }' },
    'variables that do not fit': { query: 'query ($n: Int!) { twice(n: $n) }', variables: { n: 'x' } },
    'a variable that is missing': { query: 'query ($n: Int!) { twice(n: $n) }' },
    'two operations of which none is chosen': { query: 'query A { later } query B { later }' },
    'an operation that is not there': { query: 'query A { later }', operationName: 'B' },
    extensions: { query: '{ later }', extensions: { persistedQuery: {} } },
    'a list of requests': [{ query: '{ later }' }],
    'no query': { variables: {} },
    'variables that are a list': { query: '{ later }', variables: [] },
  };
  it.each(Object.entries(LEFT))('leave to graphql-js: %s', (_, body) => {
    const answer = compiledAnswers(makeSchema(), (error) => error);
    const asked = askedOf(body);
    expect(asked && (answer(asked)?.({}) ?? null)).toBeNull();
  });
});

describe('whatever is asked', () => {
  const schema = wideSchema();
  const { ours, truth } = answersOf(schema);
  const entities = ['A', 'B'].flatMap((kind) =>
    [1, 2, 9, 'x'].map((n) => ({ __typename: kind, id: `${kind}${String(n)}` })),
  );
  const VARIABLES = { no: false, n: 5, in: { colour: 'RED' }, representations: [...entities, ...entities] };

  /** Where null stands for what failed: which of several mistakes below it is told first, nobody promises. */
  const holes = ({ data, errors }: Told) => {
    const holeOf = (path: readonly (string | number)[]) => {
      let value = data;
      const shown = path.findIndex((key) => {
        if (typeof value !== 'object' || value === null) return true;
        value = Reflect.get(value, key);
        return false;
      });
      return JSON.stringify(shown === -1 ? path : path.slice(0, shown));
    };
    return [...new Set(errors.map(({ path }) => holeOf(path)))].sort();
  };

  it('is answered as graphql-js answers it, and every null that should not be is told of', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5_000), { minLength: 20, maxLength: 120 }), async (numbers) => {
        const query = operationFrom(schema, numbers);
        if (validate(schema, parse(query)).length > 0) return;
        asked += 1;
        const request = { query, variables: VARIABLES };
        const [mine, expected] = [await ours(request), await truth(request)];
        expect(mine?.data).toEqual(expected.data);
        expect(mine && holes(mine)).toEqual(holes(expected));
      }),
      { numRuns: 250 },
    );
    expect(asked).toBeGreaterThan(120);
  }, 60_000);
});

describe('a reference that fails at once', () => {
  it('is null with an error, and the others are there: @apollo/subgraph would give up all of them', async () => {
    const { ours } = answersOf(wideSchema());
    const representations = ['A1', 'A10', 'A2'].map((id) => ({ __typename: 'A', id }));
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on A { id } } }';
    expect(await ours({ query, variables: { representations } })).toEqual({
      data: { _entities: [{ id: 'A1' }, null, { id: 'A2' }] },
      errors: [{ message: 'it fails at once', path: ['_entities', 1] }],
    });
  });
});

const asks = (query: string): AskedOf => ({ query, operationName: null, variables: {} });

describe('an answer for which nobody waits any more', () => {
  const nested = (schema: GraphQLSchema, query: string) => compiledAnswers(schema, (error) => error)(asks(query))?.({});

  it('is not worked out any further', async () => {
    const run = nested(wideSchema(), '{ b { a { lateText } } }');
    run?.abandon();
    expect(JSON.parse((await run?.outcome)?.json ?? '')).toMatchObject({ data: { b: { a: null } } });
  });

  const toldOf = async (query: string) => {
    const formatted: string[] = [];
    const format = (error: GraphQLFormattedError) => {
      formatted.push(error.message);
      return error;
    };
    const run = compiledAnswers(wideSchema(), format)(asks(query))?.({});
    run?.abandon();
    const { json = '', failed } = (await run?.outcome) ?? {};
    return { formatted, failed, json };
  };

  it('is no error of each field that was left out, and yet no answer', async () => {
    expect(await toldOf('{ b { a { lateText list { lateText } } } }')).toEqual({
      ...{ formatted: [], failed: true },
      json: '{"data":{"b":{"a":null}}}',
    });
    expect(await toldOf('{ strict { mixed { lateText } } }')).toEqual({
      ...{ formatted: [], failed: true },
      json: '{"data":null}',
    });
  });

  it('still tells what has failed on its way', async () => {
    expect(await toldOf('{ a { brokenLate } }')).toMatchObject({ formatted: [expect.any(String)] });
  });

  it('goes on when it changes something: half of it helps nobody', async () => {
    const run = nested(makeSchema(), 'mutation { one: add(n: 1) two: add(n: 10) }');
    run?.abandon();
    expect(JSON.parse((await run?.outcome)?.json ?? '')).toEqual({ data: { one: 1, two: 10 } });
  });
});
