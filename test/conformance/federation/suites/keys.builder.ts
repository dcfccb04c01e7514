import { type Row, type Suite, by, entity, subgraph } from '../suite.builder.ts';

const FIRMS = [
  { id: '1', code: 'A', tax: { country: 'CN', number: '9' }, name: 'Acme' },
  { id: '2', code: 'B', tax: { country: 'DE', number: '7' }, name: 'Bolt' },
];

/** Three services that know the same thing by three keys, and no two by the same. */
export const mashup: Suite = {
  name: 'keys: each service by another',
  subgraphs: [
    subgraph(
      'register',
      'type Query { firms: [Firm!]! } type Firm @key(fields: "id") @key(fields: "code") { id: ID! code: String! name: String }',
      {
        Query: { firms: () => FIRMS.map(({ id, code, name }) => ({ id, code, name })) },
        Firm: entity(FIRMS, 'id', 'code'),
      },
    ),
    subgraph(
      'taxes',
      'type Firm @key(fields: "code") @key(fields: "tax { country number }") { code: String! tax: Tax! } type Tax @shareable { country: String! number: String! }',
      {
        Firm: entity(FIRMS, 'code', 'tax'),
      },
    ),
    subgraph(
      'audits',
      'type Firm @key(fields: "tax { country number }") { tax: Tax! @shareable lastAudit: Int } type Tax @shareable { country: String! number: String! }'.replace(
        'tax: Tax! @shareable',
        'tax: Tax!',
      ),
      {
        Firm: {
          __resolveReference: (reference: Row) => ({
            ...reference,
            lastAudit: by(FIRMS, 'tax')(reference)?.id === '1' ? 2020 : 2024,
          }),
        },
      },
    ),
    subgraph('lists', 'type Query { oldest: Firm } type Firm @key(fields: "id") { id: ID! }', {
      Query: { oldest: () => ({ id: '2' }) },
    }),
  ],
  cases: [
    {
      title: 'one step',
      ask: '{ firms { tax { country } } }',
      data: { firms: [{ tax: { country: 'CN' } }, { tax: { country: 'DE' } }] },
    },
    { title: 'two steps', ask: '{ firms { lastAudit } }', data: { firms: [{ lastAudit: 2020 }, { lastAudit: 2024 }] } },
    {
      title: 'from one that knows nothing else',
      ask: '{ oldest { lastAudit name } }',
      data: { oldest: { lastAudit: 2024, name: 'Bolt' } },
    },
    {
      title: 'with all fields of the keys',
      ask: '{ oldest { id code tax { number country } } }',
      data: { oldest: { id: '2', code: 'B', tax: { number: '7', country: 'DE' } } },
    },
    {
      title: 'with keys under other names',
      ask: '{ firms { code: name id: lastAudit } }',
      data: {
        firms: [
          { code: 'Acme', id: 2020 },
          { code: 'Bolt', id: 2024 },
        ],
      },
    },
  ],
};

const BOOKS = [
  { id: 'b1', upc: 'u1', author: 'Li' },
  { id: null, upc: 'u2', author: null },
  { id: 'b3', upc: 'u3', author: 'Wu' },
];
const SHELVES = [
  { id: 'b1', shelf: 4 },
  { id: 'b3', shelf: 5 },
];

/** Things of which the key is not known, or that are not there. */
export const missing: Suite = {
  name: 'keys: null, and nobody there',
  subgraphs: [
    subgraph(
      'books',
      'type Query { books: [Book] book(upc: String!): Book } type Book @key(fields: "id") @key(fields: "upc") { id: ID upc: String! }',
      {
        Query: { books: () => [...BOOKS, null], book: (_: unknown, { upc }: Row) => by(BOOKS, 'upc')({ upc }) },
        Book: entity(BOOKS, 'id', 'upc'),
      },
    ),
    subgraph('shelves', 'type Book @key(fields: "id") { id: ID shelf: Int }', { Book: entity(SHELVES, 'id') }),
    subgraph('authors', 'type Book @key(fields: "upc") { upc: String! author: String strict: String! }', {
      Book: { __resolveReference: by(BOOKS, 'upc'), strict: ({ author }: { author: string | null }) => author },
    }),
  ],
  cases: [
    {
      title: 'the others are there',
      ask: '{ books { upc shelf } }',
      data: { books: [{ upc: 'u1', shelf: 4 }, { upc: 'u2', shelf: null }, { upc: 'u3', shelf: 5 }, null] },
    },
    {
      title: 'one alone',
      ask: '{ book(upc: "u2") { id shelf author } }',
      data: { book: { id: null, shelf: null, author: null } },
    },
    { title: 'none', ask: '{ book(upc: "u9") { shelf author } }', data: { book: null } },
    {
      title: 'two services at once',
      ask: '{ books { author shelf } }',
      data: { books: [{ author: 'Li', shelf: 4 }, { author: null, shelf: null }, { author: 'Wu', shelf: 5 }, null] },
    },
    {
      title: 'a field that may not be null takes its object',
      ask: '{ books { upc strict } }',
      data: { books: [{ upc: 'u1', strict: 'Li' }, null, { upc: 'u3', strict: 'Wu' }, null] },
      errors: [['books', 1, 'strict']],
    },
  ],
};

const ORDER = { id: 'o', buyer: { id: 'p' } };

/** A key that some services know the object by, and do not answer for it. */
export const unresolvable: Suite = {
  name: 'keys: not resolvable',
  subgraphs: [
    subgraph(
      'orders',
      'type Query { order: Order } type Order @key(fields: "id") { id: ID! buyer: Person } type Person @key(fields: "id", resolvable: false) { id: ID! }',
      {
        Query: { order: () => ORDER },
        Order: entity([ORDER], 'id'),
      },
    ),
    subgraph(
      'people',
      'type Query { people: [Person!]! } type Person @key(fields: "id") { id: ID! name: String orders: [Order!]! } type Order @key(fields: "id", resolvable: false) { id: ID! }',
      {
        Query: { people: () => [{ id: 'p', name: 'Li', orders: [{ id: 'o' }] }] },
        Person: entity([{ id: 'p', name: 'Li', orders: [{ id: 'o' }] }], 'id'),
      },
    ),
  ],
  cases: [
    { title: 'there', ask: '{ order { buyer { name } } }', data: { order: { buyer: { name: 'Li' } } } },
    {
      title: 'and back',
      ask: '{ order { buyer { orders { id buyer { name } } } } }',
      data: { order: { buyer: { orders: [{ id: 'o', buyer: { name: 'Li' } }] } } },
    },
    {
      title: 'and round again',
      ask: '{ people { orders { buyer { orders { buyer { id name } } } } } }',
      data: { people: [{ orders: [{ buyer: { orders: [{ buyer: { id: 'p', name: 'Li' } }] } }] }] },
    },
    {
      title: 'no further than the key',
      ask: '{ order { buyer { id __typename } } }',
      data: { order: { buyer: { id: 'p', __typename: 'Person' } } },
    },
  ],
};
