import { accept, newId, refuse } from '@crm/kernel';
import { GraphQLError, type GraphQLResolveInfo, buildSchema, graphql } from 'graphql';

import { connectionOf, isSelected, pagesLoaderOf } from './connections.ts';
import { listLoaderOf, loaderOf } from './loaders.ts';
import { idReader, nodeResolver } from './nodes.ts';
import { recordPayload } from './payloads.ts';

describe('a connection', () => {
  const edges = ['a', 'b'].map((name) => ({ node: { name }, cursor: `at ${name}` }));

  it('gives a page as edges and as nodes, with the cursors of its ends', () => {
    const count = { value: 2, isExact: true };
    expect(connectionOf(accept({ edges, hasNextPage: true, hasPreviousPage: false }), count)).toEqual({
      edges,
      nodes: [{ name: 'a' }, { name: 'b' }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'at a', endCursor: 'at b' },
      totalCount: count,
    });
    expect(
      connectionOf(accept({ edges: [], hasNextPage: false, hasPreviousPage: false }), null).pageInfo.endCursor,
    ).toBeNull();
  });

  it.each([
    [
      { kind: 'page-size-out-of-range', argument: 'first', max: 100 },
      'BAD_USER_INPUT',
      '"first" must be from 0 to 100.',
    ],
    [{ kind: 'first-and-last' }, 'BAD_USER_INPUT', 'Give "first" or "last", not both.'],
    [
      { kind: 'bad-cursor', argument: 'after' },
      'BAD_USER_INPUT',
      '"after" is not a cursor of this list in this order.',
    ],
    [{ kind: 'field-not-queryable', field: 'phone' }, 'FORBIDDEN', 'Your role may not filter or order by "phone".'],
  ] as const)('says why there is no page: %j', (refusal, code, message) => {
    const page = () => connectionOf(refuse(refusal), null);
    expect(page).toThrow(new GraphQLError(message));
    expect(page).toThrow(expect.objectContaining({ extensions: { code } }) as Error);
  });

  it.each([
    ['{ all { totalCount } }', true],
    ['{ all { ... on All { totalCount } } }', true],
    ['{ all { ...f } } fragment f on All { totalCount }', true],
    ['{ all { n: totalCount } }', true],
    ['{ all { other { totalCount } } }', false],
    ['{ all { id } }', false],
  ])('knows what was asked for: %s', async (source, expected) => {
    const schema = buildSchema('type Query { all: All } type All { id: ID totalCount: Int other: All }');
    const asked: boolean[] = [];
    const all = (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
      asked.push(isSelected(info, 'totalCount'));
      return null;
    };
    await graphql({ schema, source, rootValue: { all } });
    expect(asked).toEqual([expected]);
  });
});

describe('a loader', () => {
  it('asks once for all, and has null for what is missing or invisible', async () => {
    const asked: (readonly string[])[] = [];
    const loader = loaderOf(
      (keys) => {
        asked.push(keys);
        return Promise.resolve([{ id: 'c' }, { id: 'a' }]);
      },
      ({ id }) => id,
    );
    await expect(Promise.all(['a', 'b', 'c', 'a'].map((key) => loader.load(key)))).resolves.toEqual([
      { id: 'a' },
      null,
      { id: 'c' },
      { id: 'a' },
    ]);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('gives each its own rows, in the order they came', async () => {
    const rows = [
      { of: 'a', n: 2 },
      { of: 'b', n: 3 },
      { of: 'a', n: 1 },
    ];
    const loader = listLoaderOf(
      () => Promise.resolve(rows),
      (row) => row.of,
    );
    await expect(loader.loadMany(['a', 'b', 'c'])).resolves.toEqual([[rows[0], rows[2]], [rows[1]], []]);
  });

  it('asks once for the pages of all parents that are asked for in the same way', async () => {
    const asked: unknown[] = [];
    const load = pagesLoaderOf((ids, request, count) => {
      asked.push([ids, request, count]);
      return Promise.resolve(
        new Map(ids.map((id) => [id, { page: refuse({ kind: 'first-and-last' }), totalCount: null }])),
      );
    });
    await Promise.all([load('a', { first: 1 }, false), load('b', { first: 1 }, false), load('a', { first: 2 }, false)]);
    expect(asked).toEqual([
      [['a', 'b'], { first: 1 }, false],
      [['a'], { first: 2 }, false],
    ]);
  });
});

describe('the answer of a mutation', () => {
  const load = (id: string) => Promise.resolve(id === 'gone' ? null : { id });

  it('is the record, or why there is none', async () => {
    await expect(recordPayload('Customer', accept('x'), null, load, 'en')).resolves.toEqual({
      record: { id: 'x' },
      userErrors: [],
    });
    await expect(recordPayload('Customer', accept('gone'), null, load, 'en')).resolves.toEqual({
      record: null,
      userErrors: [],
    });
    await expect(
      recordPayload('Customer', refuse({ kind: 'taken', path: ['input', 'name'] }), 'x', load, 'en'),
    ).resolves.toMatchObject({
      record: null,
      userErrors: [{ code: 'TAKEN', path: ['input', 'name'] }],
    });
  });

  it('shows after a conflict the record as it is now', async () => {
    const conflict = refuse({ kind: 'conflict', currentVersion: 3 });
    await expect(recordPayload('Customer', conflict, 'x', load, 'en')).resolves.toMatchObject({
      userErrors: [{ currentVersion: 3, current: { __typename: 'Customer', id: 'x' } }],
    });
    await expect(recordPayload('Customer', conflict, null, load, 'en')).resolves.toMatchObject({
      userErrors: [{ current: null }],
    });
  });
});

describe('ids in an input', () => {
  it('are read by type, and all that are wrong are named at once', () => {
    const ids = idReader();
    const customer = newId('Customer');
    expect(ids.id('Customer', customer, ['a'])).toBe(customer);
    expect([ids.optional('Customer', null, ['b']), ids.optional('Customer', undefined, ['b'])]).toEqual([
      null,
      undefined,
    ]);
    expect(ids.result('fine')).toEqual(accept('fine'));

    ids.id('Contact', customer, ['c']);
    ids.optional('Contact', 'x', ['d']);
    expect(ids.result('never')).toEqual(
      refuse({
        kind: 'invalid-input',
        problems: [
          { path: ['c'], problem: 'not-an-id', expected: 'Contact', actual: 'Customer' },
          { path: ['d'], problem: 'not-an-id', expected: 'Contact', actual: null },
        ],
      }),
    );
  });

  it('say what a node is', () => {
    expect(nodeResolver.Node.__resolveType({ id: newId('ServiceRequest') })).toBe('ServiceRequest');
  });
});
