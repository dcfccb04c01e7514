import { type DocumentNode, Kind, parse } from 'graphql';

import { composed } from '../fixtures/gateway.builder.ts';
import { INTROSPECTION, MUTATION, costOf } from './cost.ts';
import { ASSUMED_LIST, costModelOf } from './cost-model.ts';
import { costKeyOf } from './field-cost.ts';

const CONNECTION = `@listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 20,
  sizedFields: ["edges", "nodes"])`;

const model = costModelOf(
  composed([
    {
      name: 'sales',
      sdl: `extend schema
          @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
        interface Party { id: ID!  name: String }
        type Person implements Party @key(fields: "id") { id: ID!  name: String  employer: Company  tags: [String!]! }
        type Company implements Party @key(fields: "id") {
          id: ID!  name: String  report: Report  rating: Int @cost(weight: 7)
          people(first: Int = 5, last: Int): People! ${CONNECTION}
        }
        union Found = Person | Company
        type Report @cost(weight: 50) { text: String }
        type People { edges: [PersonEdge!]!  nodes: [Person!]!  total: Int }
        type PersonEdge { node: Person! }
        input Filter { text: String @cost(weight: 3)  and: [Filter!] }
        type Query {
          party: Party
          found: [Found!]!
          company: Company
          companies(first: Int, last: Int, filter: Filter): [Company!]! @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 30)
          people: [Person!]!
          byIds(ids: [ID!]!): [Person]!
          search(text: String @cost(weight: 20)): [Person!]!
          score: Int
        }
        type Mutation { rename(id: ID!): Company  touch: Boolean }`,
    },
  ]),
);

const operationIn = (document: DocumentNode) => {
  const found = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('no operation');
  return found;
};

const cost = (text: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const document = parse(text, { noLocation: true });
  return costOf(model, document, operationIn(document), variables);
};

describe('what an operation costs', () => {
  it.each([
    ['an object one, and what it holds by itself nothing', '{ company { id name } }', 1],
    ['at least one', '{ score }', 1],
    ['an object in an object one more', '{ party { ... on Person { employer { name } } } }', 2],
    ['as its type says, when that is marked', '{ company { report { text } } }', 51],
    ['as the field says, when that is marked', '{ company { rating } }', 8],
    ['as many objects as a list is asked for', '{ companies(first: 3) { id } }', 3],
    ['the longer of two slices', '{ companies(first: 3, last: 8) { id } }', 8],
    ['the assumed size when nobody says', '{ companies { id } }', 30],
    ['ten for a list that nothing is known about', '{ people { id } }', ASSUMED_LIST],
    ['one for each id that is asked for', '{ byIds(ids: ["a", "b", "c"]) { id } }', 3],
    ['nothing for a list of texts', '{ party { ... on Person { tags } } }', 1],
    [
      'a page, and its edges with their nodes',
      '{ company { people(first: 4) { edges { node { id } } } } }',
      1 + 1 + 4 * 2,
    ],
    [
      'edges and nodes both, when both are asked for',
      '{ company { people(first: 4) { edges { node { id } } nodes { id } } } }',
      14,
    ],
    ['nothing for the size of a page', '{ company { people(first: 4) { total } } }', 2],
    ['the default of the argument when it is left out', '{ company { people { nodes { id } } } }', 1 + 1 + 5],
    [
      'lists in lists their product',
      '{ companies(first: 10) { people(first: 10) { nodes { id } } } }',
      10 * (1 + 1 + 10),
    ],
    ['nothing for less than nothing', '{ companies(first: -5) { id } }', 1],
    ['a mark on an argument that is given', '{ search(text: "x") { id } }', 20 + 10],
    [
      'a mark on an input field that is given, as often as it is',
      '{ companies(first: 1, filter: {and: [{text: "a"}, {text: "b"}]}) { id } }',
      1 + 6,
    ],
    ['ten for a mutation, whatever it selects', 'mutation { touch }', MUTATION],
    ['each mutation by itself', 'mutation { a: rename(id: 1) { id } b: rename(id: 2) { id } }', 2 * MUTATION + 2],
    ['a question about the schema', '{ __schema { types { name } } }', INTROSPECTION],
    ['nothing for what the schema does not know', '{ nonsense { more } company { nothing } }', 1],
  ])('is %s', (_, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('is the dearest of the types that a value may turn out to have', () => {
    expect(cost('{ party { name } }')).toBe(1);
    expect(cost('{ party { ... on Person { employer { id } } ... on Company { report { text } } } }')).toBe(51);
    expect(cost('{ found { ... on Party { id } ... on Company { people(first: 2) { nodes { id } } } } }')).toBe(10 * 4);
  });

  it('counts once what is asked for twice at one place', () => {
    expect(
      cost(
        '{ company { report { text } ...A ... on Company { report { text } } } } fragment A on Company { report { text } }',
      ),
    ).toBe(51);
    expect(
      cost(
        '{ company { ...A ...B } } fragment A on Company { people(first: 3) { total nodes { id } } } fragment B on Company { people(first: 3) { nodes { name } } }',
      ),
    ).toBe(5);
  });

  it('takes variables, and their defaults, for what they are', () => {
    const text = 'query ($n: Int = 7) { companies(first: $n) { id } }';
    expect([cost(text), cost(text, { n: 2 }), cost(text, { n: null })]).toEqual([7, 2, 30]);
    expect(cost('query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2);
    expect(cost('query ($toString: Int) { companies(first: $toString) { id } }')).toBe(30);
  });

  it('leaves out what a directive leaves out', () => {
    const text = 'query ($with: Boolean!) { company { report @include(if: $with) { text } } }';
    expect([cost(text, { with: true }), cost(text, { with: false })]).toEqual([51, 1]);
    expect(cost('{ company { ... @skip(if: true) { report { text } } } }')).toBe(1);
  });

  it('has no end where telling it would be work of its own', () => {
    const levels = Array.from({ length: 40 }, (_, n) => {
      const next = `F${String(n + 1)}`;
      return `fragment F${String(n)} on Company { a: people { nodes { employer { ...${next} } } } b: people { nodes { employer { ...${next} } } } }`;
    });
    expect(cost(`{ company { ...F0 } } ${levels.join(' ')} fragment F40 on Company { id }`)).toBe(Infinity);
  });

  it('is the same for the same sizes, so that it need not be told again', () => {
    const operation = operationIn(parse('query ($n: Int, $text: String, $ids: [ID!]) { score }'));
    const free = { ...model, hasInputCosts: false };
    const key = (variables: Readonly<Record<string, unknown>>) => costKeyOf(free, operation, variables);
    expect(key({ n: 1, text: 'a', ids: ['x'] })).toBe(key({ n: 1, text: 'b', ids: ['y'], other: 9 }));
    expect(key({ n: 1 })).not.toBe(key({ n: 2 }));
    expect(key({ ids: ['x'] })).not.toBe(key({ ids: ['x', 'y'] }));
    expect(costKeyOf(model, operation, { text: 'a' })).not.toBe(costKeyOf(model, operation, { text: 'b' }));
  });
});

describe('the names of the marks', () => {
  it('are those that the supergraph links them under', () => {
    const renamed = costModelOf(`schema
      @link(url: "https://specs.apollo.dev/cost/v0.1", as: "price", import: [{name: "@listSize", as: "@long"}]) { query: Q }
      type Q { a: [T] @long(assumedSize: 3)  b: T @price(weight: 9) }  type T { id: ID }`);
    const fields = renamed.fields.get('Q');
    expect(fields?.get('a')?.listSize?.assumedSize).toBe(3);
    expect(fields?.get('b')?.weight).toBe(9);
    expect(renamed.query).toBe('Q');
  });
});
