import type { SubgraphAnswer, SubgraphQuestion } from './ask.ts';
import { type SubgraphModel, aFederation } from './fixtures/federation.builder.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';
const asItIs = (reference: object) => reference;

/** Orders with a buyer and an owner, who are people that another service knows. */
const orders: SubgraphModel = {
  name: 'orders',
  sdl: `${FEDERATION} type Query { orders: [Order!]! total: Int! anything: JSON constructor: String } scalar JSON
    type Order @key(fields: "id") { id: ID! buyer: Person owner: Person secret: String }
    type Person @key(fields: "id") { id: ID! }
    type Mutation { book(n: Int!): Int! }`,
  resolvers: {
    Query: {
      orders: () =>
        [1, 2, 3].map((n) => ({
          id: String(n),
          buyer: { id: 'p1' },
          owner: { id: n === 2 ? 'p2' : 'p1' },
          secret: 's',
        })),
      total: () => 3,
      anything: () => JSON.parse('{"__proto__": {"isAdmin": true}}') as unknown,
    },
    Mutation: { book: (_: unknown, { n }: { n: number }) => n },
  },
};
const people: SubgraphModel = {
  name: 'people',
  sdl: `${FEDERATION} interface Named { name: String } type Query { named: [Named!]! }
    type Person implements Named @key(fields: "id") { id: ID! name: String email: String! }
    type Robot implements Named { name: String }`,
  resolvers: {
    Query: {
      named: () => [
        { __typename: 'Person', id: 'p1' },
        { __typename: 'Robot', name: 'R2' },
      ],
    },
    Person: {
      __resolveReference: asItIs,
      name: ({ id }: { id: string }) => `Name of ${id}`,
      email: ({ id }: { id: string }) => `${id}@example.com`,
    },
  },
};

type Fault = (subgraph: string, question: SubgraphQuestion) => SubgraphAnswer | null;
const suite = (fault?: Fault) => aFederation([orders, people], fault);
const without = (...fields: readonly string[]) => ({
  key: fields.join(),
  fields: new Map(fields.map((each) => [each, { code: 'UNAUTHORIZED_FIELD_OR_TYPE', message: `No ${each}` }])),
});

describe('asking the services', () => {
  it('asks for each thing once, however often it turns up, and in one request for all places', async () => {
    const { execute } = await suite();
    const { data, calls, sent } = await execute('{ orders { buyer { name } owner { name email } } }');
    expect(calls).toEqual(['orders', 'people']);
    const { variables } = sent[1] ?? {};
    expect(Object.values(variables ?? {})).toEqual([
      [{ __typename: 'Person', id: 'p1' }],
      [
        { __typename: 'Person', id: 'p1' },
        { __typename: 'Person', id: 'p2' },
      ],
    ]);
    expect(data).toMatchObject({
      orders: [{ buyer: { name: 'Name of p1' } }, { owner: { email: 'p2@example.com' } }, {}],
    });
  });

  it('asks each question alone when one of several in a request spoils it for all', async () => {
    const spoilt: Fault = (subgraph, { query }) => {
      if (subgraph !== 'people' || !query.includes('email')) return null;
      return { data: null, errors: [{ message: 'no e-mail today' }] };
    };
    const { execute } = await suite(spoilt);
    const { data, errors } = await execute('{ orders { buyer { name } owner { email } } }');
    expect(data).toMatchObject({ orders: [{ buyer: { name: 'Name of p1' }, owner: null }, {}, {}] });
    expect(errors[0]).toMatchObject({ message: 'no e-mail today', path: ['orders', 0, 'owner'] });
  });

  it('leaves empty what an absent service would have given, says so there, and keeps the rest', async () => {
    const { execute } = await suite((name) => (name === 'people' ? { unavailable: { message: 'away' } } : null));
    const { data, errors } = await execute('{ total orders { id buyer { name } } }');
    expect(data).toMatchObject({ total: 3, orders: [{ id: '1', buyer: { name: null } }, {}, {}] });
    expect(errors.map(({ path }) => path)).toEqual([0, 1, 2].map((n) => ['orders', n, 'buyer']));
  });

  it('does mutations in the order they are written, equal ones as often as they are written', async () => {
    const { execute } = await suite();
    const { data } = await execute('mutation { b: book(n: 2) a: book(n: 1) again: book(n: 2) }');
    expect(JSON.stringify(data)).toBe('{"b":2,"a":1,"again":2}');
  });

  it('asks nobody about the schema, nor about a name of a type', async () => {
    const { execute } = await suite();
    const { data, calls } = await execute(
      '{ __typename kind: __type(name: "Order") { name } __schema { queryType { name } } }',
    );
    expect(data).toEqual({ __typename: 'Query', kind: { name: 'Order' }, __schema: { queryType: { name: 'Query' } } });
    expect(calls).toEqual([]);
  });

  it('refuses wrong variables before anybody is asked', async () => {
    const { execute } = await suite();
    const { data, errors, calls } = await execute('mutation($n: Int!) { book(n: $n) }', { variables: { n: 'two' } });
    expect([data, calls]).toEqual([undefined, []]);
    expect(errors[0]?.message).toMatch(/Variable "\$n" got invalid value "two"/);
  });

  it('says that there are more mistakes than it tells, as a mistake of the client', async () => {
    const { execute } = await suite();
    const names = Array.from({ length: 9 }, (_, n) => `$n${String(n)}: Int!`).join(' ');
    const { errors } = await execute(`query(${names}) { total }`, { variables: {} });
    expect(errors.at(-1)).toMatchObject({
      message: expect.stringContaining('Too many errors') as unknown,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('what a service answers against the schema', () => {
  const answering = async (answer: object, query: string) => {
    const { execute } = await suite(() => ({ data: answer }));
    const { data, errors } = await execute(query);
    return { data, paths: errors.map(({ path }) => path?.join('.')) };
  };

  it('is an error where it stands, and empties no more than it must', async () => {
    expect(await answering({ total: 'many' }, '{ total }')).toEqual({ data: null, paths: ['total'] });
    expect(await answering({ total: 2_147_483_648 }, '{ total }')).toEqual({ data: null, paths: ['total'] });
    expect(await answering({ orders: { id: '1' } }, '{ orders { id } }')).toEqual({ data: null, paths: ['orders'] });
    expect(await answering({ orders: [{ id: '1', secret: {} }] }, '{ orders { id secret } }')).toEqual({
      data: { orders: [{ id: '1', secret: null }] },
      paths: ['orders.0.secret'],
    });
    expect(await answering({ named: [{ __typename: 'Ghost' }] }, '{ named { name } }')).toEqual({
      data: null,
      paths: ['named.0'],
    });
  });

  it('does not take what every object has for an answer', async () => {
    expect(await answering({}, '{ constructor }')).toEqual({ data: { constructor: null }, paths: [] });
  });

  it('changes no prototype, whatever its keys are', async () => {
    const { execute } = await suite();
    const { data } = await execute('{ anything }');
    expect(JSON.stringify(data)).toBe('{"anything":{"__proto__":{"isAdmin":true}}}');
    await answering(
      JSON.parse('{"__proto__":{"total":1},"orders":[{"__proto__":{"id":"7"},"id":"1"}]}') as object,
      '{ orders { id } }',
    );
    expect(Reflect.get({}, 'total')).toBeUndefined();
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});

describe('fields that the one who asks may not have', () => {
  it('are not asked for, are empty, and say why at each place', async () => {
    const { execute } = await suite();
    const { data, errors, sent } = await execute('{ orders { id s: secret } }', { refusals: without('Order.secret') });
    expect(data).toMatchObject({ orders: [{ id: '1', s: null }, {}, {}] });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['orders.0.s', 'orders.1.s', 'orders.2.s']);
    expect(errors[0]).toMatchObject({ message: 'No Order.secret', extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } });
    expect(JSON.stringify(sent)).not.toContain('secret');
  });

  it('empty what cannot be without them', async () => {
    const { execute } = await suite();
    const { data, errors, calls } = await execute('{ orders { buyer { email } } total }', {
      refusals: without('Person.email', 'Query.total'),
    });
    expect(data).toBeNull();
    expect(errors.at(-1)).toMatchObject({ path: ['total'] });
    expect(calls).toEqual(['orders']);
  });

  it('are left out of those objects of an interface that refuse them, or of all when the interface does', async () => {
    const { execute } = await suite();
    const some = await execute('{ named { name } }', { refusals: without('Person.name') });
    expect(some.data).toEqual({ named: [{ name: null }, { name: 'R2' }] });
    expect(some.errors).toMatchObject([{ path: ['named', 0, 'name'] }]);
    const none = await execute('{ named { name } }', { refusals: without('Named.name') });
    expect(none.data).toEqual({ named: [{ name: null }, { name: null }] });
    expect(JSON.stringify(none.sent)).not.toMatch(/\bname\b/);
  });

  it('are left out for those alone who may not have them', async () => {
    const { execute } = await suite();
    await execute('{ orders { secret } }', { refusals: without('Order.secret') });
    expect((await execute('{ orders { secret } }')).data).toMatchObject({ orders: [{ secret: 's' }, {}, {}] });
  });
});
