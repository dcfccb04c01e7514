import { type Row, type Suite, entity, subgraph } from '../suite.builder.ts';

const typed = { __resolveType: ({ kind }: { kind: string }) => kind };
const NODES = [
  { kind: 'Lead', id: 'l', topic: 'Trucks' },
  { kind: 'Deal', id: 'd', amount: 5 },
];

/** As `node(id)` does: any entity by its id, from a service that knows no more of it. */
export const node: Suite = {
  name: 'node',
  subgraphs: [
    subgraph(
      'nodes',
      `type Query { entry(id: ID!): Entry entries: [Entry]! } interface Entry { id: ID! }
      type Lead implements Entry @key(fields: "id") { id: ID! } type Deal implements Entry @key(fields: "id") { id: ID! }`,
      {
        Query: {
          entry: (_: unknown, { id }: Row) => NODES.find((each) => each.id === id) ?? null,
          entries: () => [NODES[1], null, NODES[0]],
        },
        Entry: typed,
      },
    ),
    subgraph(
      'leads',
      'interface Entry { id: ID! } type Lead implements Entry @key(fields: "id") { id: ID! topic: String deal: Deal } type Deal @key(fields: "id", resolvable: false) { id: ID! }',
      {
        Entry: typed,
        Lead: { __resolveReference: ({ id }: Row) => ({ id, topic: 'Trucks', deal: { id: 'd' } }) },
      },
    ),
    subgraph(
      'deals',
      'interface Entry { id: ID! } type Deal implements Entry @key(fields: "id") { id: ID! amount: Int }',
      { Entry: typed, Deal: entity(NODES, 'id') },
    ),
  ],
  cases: [
    {
      title: 'by id',
      ask: '{ entry(id: "l") { id ... on Lead { topic } } }',
      data: { entry: { id: 'l', topic: 'Trucks' } },
    },
    { title: 'nobody there', ask: '{ entry(id: "x") { id ... on Lead { topic } } }', data: { entry: null } },
    {
      title: 'several, and through them to others',
      ask: '{ entries { __typename ... on Deal { amount } ... on Lead { deal { amount } } } }',
      data: { entries: [{ __typename: 'Deal', amount: 5 }, null, { __typename: 'Lead', deal: { amount: 5 } }] },
    },
    {
      title: 'two at once',
      ask: '{ a: entry(id: "l") { ... on Lead { topic } } b: entry(id: "d") { ... on Deal { amount } } }',
      data: { a: { topic: 'Trucks' }, b: { amount: 5 } },
    },
  ],
};
