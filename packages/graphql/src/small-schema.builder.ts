import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

import { scalarResolvers } from './scalars.ts';

const SDL = `
  scalar Date
  type Query {
    things: [Thing!]!
    nodes: [Node!]!
    broken: String
    later: String
    promised: String
    missing: String
    find(filter: Filter): String
    day(on: Date): Date
    twice(n: Int!): Int!
  }
  type Mutation { add(n: Int!): Int! }
  interface Node { id: ID! }
  type Thing implements Node { id: ID! name: String price: Float tags: [String!] broken: String never: String! }
  type Other implements Node { id: ID! size: Int! }
  enum Kind { BIG SMALL }
  input Filter { kind: Kind! = BIG tags: [String!]! = ["a"] inner: Filter limit: Int = 5 }
`;

const fail = () => {
  throw new Error('the disk is full at /var/lib/secret');
};
const THINGS = [
  { id: '1', name: 'chair', price: 1.5, tags: ['a', 'b'] },
  { id: '2', name: null, price: null, tags: null },
];

/** A schema with one of everything that an execution must get right. */
export const makeSchema = () => {
  let sum = 0;
  const resolvers = {
    Date: scalarResolvers.Date,
    Query: {
      things: () => THINGS,
      nodes: () => [THINGS[0], { id: '3', size: 4 }],
      broken: fail,
      later: () => Promise.resolve('later'),
      promised: () => Promise.reject(new Error('not kept')),
      missing: () => undefined,
      find: (_: unknown, { filter }: { filter?: unknown }) =>
        filter === undefined ? 'nothing' : JSON.stringify(filter),
      day: (_: unknown, { on }: { on?: string }) => on,
      twice: (_: unknown, { n }: { n: number }) => n * 2,
    },
    Mutation: { add: (_: unknown, { n }: { n: number }) => (sum = (sum + n) % 1_000_000) && n },
    Node: { __resolveType: (node: object) => ('size' in node ? 'Other' : 'Thing') },
    Thing: { broken: fail, never: ({ id }: { id: string }) => (id === '1' ? 'here' : null) },
  };
  // Its type of resolvers is narrower than what graphql takes.
  return buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers: resolvers as never }]);
};
