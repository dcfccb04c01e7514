import { type Row, type Suite, entity, known, subgraph } from '../suite.builder.ts';

/** A root field and value types that several services have. */
export const shared: Suite = {
  name: 'shared roots and values',
  subgraphs: [
    subgraph(
      'names',
      'type Query { me: User @shareable now: Clock @shareable } type User @key(fields: "id") { id: ID! name: String } type Clock @shareable { hour: Int }',
      {
        Query: { me: () => ({ id: 'u', name: 'Li' }), now: () => ({ hour: 8 }) },
        User: { __resolveReference: ({ id }: Row) => ({ id, name: 'Li' }) },
      },
    ),
    subgraph(
      'mails',
      'type Query { me: User @shareable now: Clock @shareable } type User @key(fields: "id") { id: ID! mails: Int } type Clock @shareable { hour: Int minute: Int }',
      {
        Query: { me: () => ({ id: 'u', mails: 3 }), now: () => ({ hour: 8, minute: 30 }) },
        User: { __resolveReference: ({ id }: Row) => ({ id, mails: 3 }) },
      },
    ),
  ],
  cases: [
    { title: 'from one', ask: '{ me { name } }', data: { me: { name: 'Li' } } },
    { title: 'from both', ask: '{ me { name mails } }', data: { me: { name: 'Li', mails: 3 } } },
    {
      title: 'a value that only one has whole',
      ask: '{ now { hour minute } }',
      data: { now: { hour: 8, minute: 30 } },
    },
    {
      title: 'twice under other names',
      ask: '{ a: me { mails } b: me { name } }',
      data: { a: { mails: 3 }, b: { name: 'Li' } },
    },
  ],
};

const log: string[] = [];
const note = (what: string) => {
  log.push(what);
  return log.join();
};

/** Changes in several services happen one after the other, in the order in which they are asked for. */
export const mutations: Suite = {
  name: 'mutations in order',
  subgraphs: [
    subgraph(
      'first',
      'type Query { a: Int } type Mutation { begin: String one(n: Int!): String thing: Thing } type Thing @key(fields: "id") { id: ID! }',
      {
        Mutation: {
          begin: () => {
            log.length = 0;
            return 'begun';
          },
          one: (_: unknown, { n }: Row) => note(`one ${String(n)}`),
          thing: () => ({ id: note('thing') }),
        },
      },
    ),
    subgraph(
      'second',
      'type Mutation { two(n: Int!): String fails: String! maybe: String } type Thing @key(fields: "id") { id: ID! size: Int }',
      {
        Mutation: {
          two: (_: unknown, { n }: Row) => note(`two ${String(n)}`),
          maybe: () => {
            throw new Error('no');
          },
          fails: () => {
            throw new Error('no');
          },
        },
        Thing: { ...known, size: ({ id }: Row) => String(id).length },
      },
    ),
  ],
  cases: [
    {
      title: 'by turns',
      ask: 'mutation { begin a: one(n: 1) b: two(n: 2) c: one(n: 3) d: two(n: 4) }',
      data: { begin: 'begun', a: 'one 1', b: 'one 1,two 2', c: 'one 1,two 2,one 3', d: 'one 1,two 2,one 3,two 4' },
    },
    {
      title: 'and what is asked of their results',
      ask: 'mutation { begin thing { id size } two(n: 1) }',
      data: { begin: 'begun', thing: { id: 'thing', size: 5 }, two: 'thing,two 1' },
    },
    {
      title: 'past one that fails',
      ask: 'mutation { begin maybe one(n: 1) }',
      data: { begin: 'begun', maybe: null, one: 'one 1' },
      errors: [['maybe']],
    },
  ],
};

/** Enums and inputs of which services know different parts. */
export const intersections: Suite = {
  name: 'enums and inputs in part',
  subgraphs: [
    subgraph(
      'west',
      'type Query { west(in: Box): String level(of: Level!): String } enum Level { LOW HIGH TOP } input Box { side: Int = 2 label: String }',
      {
        Query: { west: (_: unknown, { in: box }: Row) => JSON.stringify(box), level: (_: unknown, { of }: Row) => of },
      },
    ),
    subgraph(
      'east',
      'type Query { east(in: Box, of: Level): String } enum Level { LOW HIGH } input Box { side: Int = 2 }',
      {
        Query: { east: (_: unknown, { in: box, of }: Row) => JSON.stringify([box, of]) },
      },
    ),
  ],
  cases: [
    {
      title: 'what all know',
      ask: '{ west(in: { side: 3 }) east(in: { side: 4 }, of: HIGH) }',
      data: { west: '{"side":3}', east: '[{"side":4},"HIGH"]' },
    },
    {
      title: 'from variables',
      ask: 'query ($box: Box, $of: Level!) { east(in: $box, of: $of) level(of: $of) }',
      variables: { box: { side: 5 }, of: 'LOW' },
      data: { east: '[{"side":5},"LOW"]', level: 'LOW' },
    },
    { title: 'defaults', ask: 'query ($box: Box = {}) { west(in: $box) }', data: { west: '{"side":2}' } },
  ],
};

const USERS = [
  { id: '1', name: 'Li', mail: 'li@x', boss: { id: '2' } },
  { id: '2', name: 'Wu', mail: 'wu@x', boss: { id: '1' } },
];

const boss = ({ id }: Row) => ({ ...USERS.find((each) => each.id === id), name: 'old' });

/** Fields that moved, fields that come along, and ways that lead back to where they began. */
export const moved: Suite = {
  name: '@override, @provides and circles',
  subgraphs: [
    subgraph(
      'old',
      'type Query { users: [User!]! } type User @key(fields: "id") { id: ID! name: String mail: String @shareable boss: User }',
      {
        Query: { users: () => USERS.map((each) => ({ ...each, name: 'old' })) },
        User: { __resolveReference: boss, boss: ({ id }: Row) => boss({ id: id === '1' ? '2' : '1' }) },
      },
    ),
    subgraph('new', 'type User @key(fields: "id") { id: ID! name: String @override(from: "old") }', {
      User: entity(USERS, 'id'),
    }),
    subgraph(
      'posts',
      `type Query { posts: [Post!]! } type Post { text: String by: User @provides(fields: "mail") meta: Meta @provides(fields: "by { mail }") } type Meta @shareable { by: User }
      type User @key(fields: "id") { id: ID! mail: String @external }`,
      {
        Query: {
          posts: () => [{ text: 'hi', by: { id: '1', mail: 'provided' }, meta: { by: { id: '2', mail: 'within' } } }],
        },
        User: known,
      },
    ),
  ],
  cases: [
    { title: 'from its new place', ask: '{ users { name } }', data: { users: [{ name: 'Li' }, { name: 'Wu' }] } },
    {
      title: 'beside what stayed',
      ask: '{ users { mail name } }',
      data: {
        users: [
          { mail: 'li@x', name: 'Li' },
          { mail: 'wu@x', name: 'Wu' },
        ],
      },
    },
    { title: 'what comes along', ask: '{ posts { by { mail } } }', data: { posts: [{ by: { mail: 'provided' } }] } },
    {
      title: 'what comes along, deeper',
      ask: '{ posts { meta { by { mail name } } } }',
      data: { posts: [{ meta: { by: { mail: 'within', name: 'Wu' } } }] },
    },
    {
      title: 'in a circle',
      ask: '{ users { boss { boss { boss { name } } } } }',
      data: { users: [{ boss: { boss: { boss: { name: 'Wu' } } } }, { boss: { boss: { boss: { name: 'Li' } } } }] },
    },
  ],
};
