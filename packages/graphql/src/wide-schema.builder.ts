import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { a: A b: B strict: A! list: [A] either: Either named: Named allNamed: [Named!] }
  interface Named { name: String self: Named! }
  union Either = A | B
  enum Colour { RED GREEN }
  input In { n: Int = 4 colour: Colour inner: In many: [Int!] }
  type A implements Named @key(fields: "id") {
    id: ID! name: String count: Int share: Float isOpen: Boolean colour: Colour odd: Colour
    numbers: [Int] grid: [[String!]!] self: A! later: A never: A never_: A! list: [A!] lateList: [A]! mixed: [A!]!
    either: Either! named: Named b: B
    echo(n: Int = 3, in: In, text: String): String
    broken: String brokenLate: String refused: String! refusedLate: String! notInt: Int notList: [Int] lateText: String!
  }
  type B implements Named @key(fields: "id") { id: ID! name: String self: B! a: A late: [Either] isOpen: Boolean! size: Int! }
`.replaceAll('never_', 'strict');

const fail = (what: string) => () => {
  throw new Error(what);
};
const failLate = (what: string) => () => Promise.reject(new Error(what));
const later = <Value>(value: Value) => new Promise<Value>((resolve) => setImmediate(resolve, value));

const COLOURS = [undefined, 'RED', 'GREEN'];
type Thing = ReturnType<typeof thing>;
const thing = (kind: 'A' | 'B', n: number) => ({
  kind,
  n,
  id: `${kind}${String(n)}`,
  name: n % 4 === 0 ? null : `"${kind}" no.\n${String(n)} \u{1F600}`,
  count: n % 3 === 0 ? undefined : n,
  share: n / 7,
  isOpen: n % 2 === 0,
  colour: COLOURS[n % 3],
  odd: n % 5 === 0 ? 'BLUE' : 'RED',
  numbers: n % 3 === 0 ? [1, null, 2.5] : [n],
  grid: n % 4 === 1 ? [['x', 'y'], []] : null,
  size: () => n * 2,
});
const next = (kind: 'A' | 'B', { n }: Thing, step: number) => thing(kind, (n * 3 + step) % 11);

const either = (source: Thing) => next(source.n % 2 === 0 ? 'A' : 'B', source, 1);
const resolveType = ({ kind, n }: Thing) => (n === 7 ? 'Colour' : n % 2 === 0 ? kind : later(kind));

const reference = (kind: 'A' | 'B', id: string) => {
  const n = Number(id.slice(1));
  if (n === 10) throw new Error('it fails at once');
  if (n === 9) return Promise.reject(new Error('it cannot be read'));
  return Number.isInteger(n) ? thing(kind, n) : null;
};

const resolvers = {
  Named: { __resolveType: resolveType },
  Either: { __resolveType: resolveType },
  Query: {
    a: () => thing('A', 1),
    b: () => later(thing('B', 2)),
    strict: () => thing('A', 3),
    list: () => [thing('A', 1), null, later(thing('A', 4)), new Error('one is missing')],
    either: () => either(thing('A', 2)),
    named: () => thing('B', 5),
    allNamed: () => new Set([thing('A', 2), thing('B', 3)]),
  },
  A: {
    __resolveReference: ({ id }: { id: string }) => reference('A', id),
    self: (source: Thing) => source,
    later: (source: Thing) => later(next('A', source, 2)),
    never: () => null,
    strict: (source: Thing) => (source.n % 3 === 0 ? null : next('A', source, 4)),
    list: (source: Thing) => (source.n % 5 === 0 ? null : [next('A', source, 1), next('A', source, 5)]),
    lateList: (source: Thing) => later([next('A', source, 1), null]),
    mixed: (source: Thing) => [next('A', source, 2), later(source.n % 4 === 0 ? null : source)],
    either,
    named: (source: Thing) => next('B', source, 3),
    b: (source: Thing) => next('B', source, 2),
    echo: (_: unknown, args: object) => JSON.stringify(args),
    broken: fail('broken'),
    brokenLate: failLate('broken late'),
    refused: ({ n }: Thing) => (n % 2 === 0 ? null : 'here'),
    refusedLate: ({ n }: Thing) => later(n % 2 === 0 ? null : 'here'),
    notInt: () => 'x',
    notList: () => 5,
    lateText: ({ id }: Thing) => later(id),
  },
  B: {
    __resolveReference: async ({ id }: { id: string }) => reference('B', await later(id)),
    self: (source: Thing) => source,
    a: (source: Thing) => next('A', source, 6),
    late: (source: Thing) => later([either(source), later(next('B', source, 1))]),
  },
};

/** One of everything, some of it late, some of it wrong: what graphql-js says of it is the truth. */
export const wideSchema = () =>
  // Its type of resolvers is narrower than what graphql takes.
  buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers: resolvers as never }]);
