import { type Row, type Suite, entity, failing, known, subgraph } from '../suite.builder.ts';

const THINGS = [
  { id: '1', name: 'a', legacy: 'A1' },
  { id: '2', name: 'b', legacy: 'B2' },
];

/** What the client chooses, and how it calls it. */
export const choosing: Suite = {
  name: 'names, fragments and conditions',
  subgraphs: [
    subgraph(
      'things',
      'type Query { things: [Thing!]! thing(id: ID!): Thing } type Thing @key(fields: "id") { id: ID! name: String legacy: String }',
      {
        Query: {
          things: () => THINGS,
          thing: (_: unknown, { id }: Row) => THINGS.find((each) => each.id === id) ?? null,
        },
        Thing: entity(THINGS, 'id'),
      },
    ),
    subgraph('sizes', 'type Thing @key(fields: "id") { id: ID! size(unit: String = "cm"): String parts: [Thing!]! }', {
      Thing: {
        ...known,
        size: ({ id }: Row, { unit }: Row) => `${String(id)} ${String(unit)}`,
        parts: ({ id }: Row) => (id === '1' ? [{ id: '2' }] : []),
      },
    }),
  ],
  cases: [
    {
      title: 'another field under the key’s name',
      ask: '{ things { id: legacy size } }',
      data: {
        things: [
          { id: 'A1', size: '1 cm' },
          { id: 'B2', size: '2 cm' },
        ],
      },
      wrong: ['stock'],
    },
    {
      title: 'one field twice with different arguments',
      ask: '{ things { a: size(unit: "m") b: size } }',
      data: {
        things: [
          { a: '1 m', b: '1 cm' },
          { a: '2 m', b: '2 cm' },
        ],
      },
    },
    {
      title: 'an argument from a variable',
      ask: 'query ($u: String) { thing(id: "1") { size(unit: $u) } }',
      variables: { u: 'km' },
      data: { thing: { size: '1 km' } },
    },
    {
      title: 'a variable left out: the default',
      ask: 'query ($u: String) { thing(id: "1") { size(unit: $u) } }',
      data: { thing: { size: '1 cm' } },
    },
    {
      title: 'a variable that is null',
      ask: 'query ($u: String) { thing(id: "1") { size(unit: $u) } }',
      variables: { u: null },
      data: { thing: { size: '1 null' } },
    },
    {
      title: 'without what is skipped',
      ask: 'query ($yes: Boolean!) { things { id size @skip(if: $yes) ... @include(if: $yes) { name } } }',
      variables: { yes: true },
      data: {
        things: [
          { id: '1', name: 'a' },
          { id: '2', name: 'b' },
        ],
      },
    },
    {
      title: 'with what is not skipped',
      ask: 'query ($yes: Boolean!) { things { size @skip(if: $yes) ... @include(if: $yes) { name } } }',
      variables: { yes: false },
      data: { things: [{ size: '1 cm' }, { size: '2 cm' }] },
    },
    {
      title: 'nothing but conditions',
      ask: 'query ($no: Boolean!) { thing(id: "1") { parts @include(if: $no) { name } } }',
      variables: { no: false },
      data: { thing: {} },
    },
    {
      title: 'a whole service left out',
      ask: 'query ($no: Boolean!) { things @include(if: $no) { size } __typename }',
      variables: { no: false },
      data: { __typename: 'Query' },
    },
    {
      title: 'the types’ names',
      ask: '{ __typename things { __typename t: __typename parts { __typename } } }',
      data: {
        __typename: 'Query',
        things: [
          { __typename: 'Thing', t: 'Thing', parts: [{ __typename: 'Thing' }] },
          { __typename: 'Thing', t: 'Thing', parts: [] },
        ],
      },
    },
    {
      title: 'fragments that overlap',
      ask: '{ thing(id: "1") { ...A ...B } } fragment A on Thing { parts { name } } fragment B on Thing { parts { size } name }',
      data: { thing: { parts: [{ name: 'b', size: '2 cm' }], name: 'a' } },
    },
    {
      title: 'one thing twice',
      ask: '{ a: thing(id: "1") { size } b: thing(id: "1") { name parts { name } } }',
      data: { a: { size: '1 cm' }, b: { name: 'a', parts: [{ name: 'b' }] } },
    },
  ],
};

const ROWS = [{ id: '1' }, { id: '2' }];
const one =
  (of: string) =>
  ({ id }: Row) => {
    if (id === '1') throw new Error(of);
    return `${of} of ${String(id)}`;
  };

/** Something fails: what else is there, is there, and each gap is told of where it is. */
export const failures: Suite = {
  name: 'nulls and failures',
  subgraphs: [
    subgraph(
      'rows',
      'type Query { rows: [Row] strict: [Row!]! broken: String other: String } type Row @key(fields: "id") { id: ID! }',
      {
        Query: { rows: () => ROWS, strict: () => ROWS, broken: failing('no'), other: () => 'here' },
        Row: known,
      },
    ),
    subgraph('cells', 'type Row @key(fields: "id") { id: ID! soft: String hard: String! list: [String!] }', {
      Row: {
        ...known,
        soft: one('soft'),
        hard: one('hard'),
        list: ({ id }: Row) => (id === '1' ? ['x', null] : ['y']),
      },
    }),
    subgraph(
      'sums',
      'type Row @key(fields: "id") { id: ID! soft: String @external sum: String @requires(fields: "soft") }',
      {
        Row: { ...known, sum: ({ soft }: Row) => `sum of ${String(soft)}` },
      },
    ),
  ],
  cases: [
    {
      title: 'a root beside others',
      ask: '{ broken other }',
      data: { broken: null, other: 'here' },
      errors: [['broken']],
    },
    {
      title: 'a field that may be null',
      ask: '{ rows { id soft } }',
      data: {
        rows: [
          { id: '1', soft: null },
          { id: '2', soft: 'soft of 2' },
        ],
      },
      errors: [['rows', 0, 'soft']],
    },
    {
      title: 'a field that may not',
      ask: '{ rows { id hard } }',
      data: { rows: [null, { id: '2', hard: 'hard of 2' }] },
      errors: [['rows', 0, 'hard']],
    },
    {
      title: 'a field that may not, in a list that may not',
      ask: '{ strict { hard } }',
      data: null,
      errors: [['strict', 0, 'hard']],
    },
    {
      title: 'under another name',
      ask: '{ r: rows { h: hard } }',
      data: { r: [null, { h: 'hard of 2' }] },
      errors: [['r', 0, 'h']],
    },
    {
      title: 'an element that may not be null',
      ask: '{ rows { list } }',
      data: { rows: [{ list: null }, { list: ['y'] }] },
      errors: [['rows', 0, 'list', 1]],
    },
  ],
};
