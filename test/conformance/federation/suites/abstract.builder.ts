import { type Row, type Suite, entity, known, subgraph } from '../suite.builder.ts';

const typed = { __resolveType: ({ kind }: { kind: string }) => kind };
const PARTIES = [
  { kind: 'Firm', id: 'f1', name: 'Acme', staff: 9 },
  { kind: 'Person', id: 'p1', name: 'Li', born: 1990 },
  { kind: 'Person', id: 'p2', name: 'Wu', born: 2001 },
];

/** Interfaces and unions whose types have their fields in several services. */
export const abstract: Suite = {
  name: 'interfaces and unions',
  subgraphs: [
    subgraph(
      'parties',
      `type Query { parties: [Party!]! found: [Found!]! one: Party }
      interface Party { id: ID! name: String } union Found = Firm | Person
      type Firm implements Party @key(fields: "id") { id: ID! name: String staff: Int }
      type Person implements Party @key(fields: "id") { id: ID! name: String born: Int }`,
      {
        Query: { parties: () => PARTIES, found: () => PARTIES, one: () => PARTIES[1] },
        Party: typed,
        Found: typed,
        Firm: entity(PARTIES, 'id'),
        Person: entity(PARTIES, 'id'),
      },
    ),
    subgraph(
      'scores',
      `interface Scored { score: Int }
      type Firm implements Scored @key(fields: "id") { id: ID! score: Int } type Person implements Scored @key(fields: "id") { id: ID! score: Int friend: Person }`,
      {
        Firm: { ...known, score: () => 50 },
        Person: {
          ...known,
          score: ({ id }: Row) => (id === 'p1' ? 80 : null),
          friend: ({ id }: Row) => (id === 'p1' ? { id: 'p2' } : null),
        },
        Scored: typed,
      },
    ),
  ],
  cases: [
    {
      title: 'what all have',
      ask: '{ parties { id name } }',
      data: {
        parties: [
          { id: 'f1', name: 'Acme' },
          { id: 'p1', name: 'Li' },
          { id: 'p2', name: 'Wu' },
        ],
      },
    },
    {
      title: 'what each has',
      ask: '{ parties { __typename ... on Firm { staff } ... on Person { born } } }',
      data: {
        parties: [
          { __typename: 'Firm', staff: 9 },
          { __typename: 'Person', born: 1990 },
          { __typename: 'Person', born: 2001 },
        ],
      },
    },
    {
      title: 'what each has in another service',
      ask: '{ parties { ... on Firm { score } ... on Person { score friend { name } } } }',
      data: { parties: [{ score: 50 }, { score: 80, friend: { name: 'Wu' } }, { score: null, friend: null }] },
    },
    {
      title: 'by an interface that only the other service knows',
      ask: '{ parties { ... on Scored { score } name } }',
      data: {
        parties: [
          { score: 50, name: 'Acme' },
          { score: 80, name: 'Li' },
          { score: null, name: 'Wu' },
        ],
      },
    },
    {
      title: 'one name for different things',
      ask: '{ parties { ... on Firm { it: staff } ... on Person { it: score } } }',
      data: { parties: [{ it: 9 }, { it: 80 }, { it: null }] },
    },
    {
      title: 'a union',
      ask: '{ found { ... on Firm { name score } ... on Person { friend { score } } } }',
      data: { found: [{ name: 'Acme', score: 50 }, { friend: { score: null } }, { friend: null }] },
    },
    {
      title: 'a union by an interface',
      ask: '{ found { ... on Party { name } } }',
      data: { found: [{ name: 'Acme' }, { name: 'Li' }, { name: 'Wu' }] },
    },
    { title: 'a type that it is not', ask: '{ one { ... on Firm { staff score } } }', data: { one: {} } },
    {
      title: 'fragments in fragments',
      ask: '{ one { ...A } } fragment A on Party { ... on Person { ...B } name } fragment B on Person { friend { ...C } } fragment C on Party { id }',
      data: { one: { friend: { id: 'p2' }, name: 'Li' } },
    },
  ],
};

const SHOPS = [
  { kind: 'Kiosk', id: 'k', town: 'Wuhu' },
  { kind: 'Store', id: 's', town: 'Hefei', floors: 3 },
];

/** A service that adds to an interface without knowing its types. */
export const interfaceObject: Suite = {
  name: '@interfaceObject',
  subgraphs: [
    subgraph(
      'shops',
      `type Query { shops: [Shop!]! store: Store } interface Shop @key(fields: "id") { id: ID! town: String }
      type Kiosk implements Shop @key(fields: "id") { id: ID! town: String } type Store implements Shop @key(fields: "id") { id: ID! town: String floors: Int }`,
      {
        Query: { shops: () => SHOPS, store: () => SHOPS[1] },
        Shop: { ...typed, ...entity(SHOPS, 'id') },
        Kiosk: entity(SHOPS, 'id'),
        Store: entity(SHOPS, 'id'),
      },
    ),
    subgraph(
      'sales',
      `type Query { best: Shop } type Shop @interfaceObject @key(fields: "id") { id: ID! sold: Int twin: Shop }`,
      {
        Query: { best: () => ({ id: 's' }) },
        Shop: {
          ...known,
          sold: ({ id }: Row) => (id === 's' ? 7 : 1),
          twin: ({ id }: Row) => (id === 's' ? { id: 'k' } : null),
        },
      },
    ),
  ],
  cases: [
    {
      title: 'added to all',
      ask: '{ shops { id sold } }',
      data: {
        shops: [
          { id: 'k', sold: 1 },
          { id: 's', sold: 7 },
        ],
      },
    },
    { title: 'added to one', ask: '{ store { floors sold } }', data: { store: { floors: 3, sold: 7 } } },
    {
      title: 'what it is, from one who does not know',
      ask: '{ best { __typename id } }',
      data: { best: { __typename: 'Store', id: 's' } },
    },
    {
      title: 'what it has, from one who does not know',
      ask: '{ best { town sold ... on Store { floors } } }',
      data: { best: { town: 'Hefei', sold: 7, floors: 3 } },
    },
    {
      title: 'from there on again',
      ask: '{ best { twin { __typename town sold } } }',
      data: { best: { twin: { __typename: 'Kiosk', town: 'Wuhu', sold: 1 } } },
    },
    {
      title: 'in a fragment of one type',
      ask: '{ shops { ... on Kiosk { sold twin { id } } } }',
      data: { shops: [{ sold: 1, twin: null }, {}] },
    },
  ],
};
