import { type SubgraphModel, aFederation } from './fixtures/federation.builder.ts';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const orders: SubgraphModel = {
  name: 'orders',
  sdl: `${FEDERATION} type Query { orders: [Order] } type Order { buyer: Person note: String! }
    type Person @key(fields: "id") { id: ID! }`,
};
const people: SubgraphModel = {
  name: 'people',
  sdl: `${FEDERATION} type Person @key(fields: "id") { id: ID! name: String }`,
  resolvers: { Person: { __resolveReference: (person: object) => person, name: () => 'A' } },
};
const order = (note: string | null) => ({ buyer: { __typename: 'Person', id: 'p1' }, note });

describe('what is written and then empty after all', () => {
  it('is not what the same object is copied from elsewhere', async () => {
    const answered = { data: { orders: [order(null), order('first'), order(null), order('second')] } };
    const { execute } = await aFederation([orders, people], (name) => (name === 'orders' ? answered : null));
    const { data, errors } = await execute('{ orders { buyer { name } note } }');
    const buyer = { name: 'A' };
    expect(data).toEqual({ orders: [null, { buyer, note: 'first' }, null, { buyer, note: 'second' }] });
    expect(errors.map(({ path }) => path)).toEqual([
      ['orders', 0, 'note'],
      ['orders', 2, 'note'],
    ]);
  });
});
