import { brokenQueries } from './graph.ts';

const released = `
  type Query { customer(id: ID!): Customer }
  type Customer @key(fields: "id") { id: ID! name: String! nick: String @deprecated(reason: "Use name.") }
`;

describe('a graph that changed since it was released', () => {
  it('may grow', async () => {
    expect(await brokenQueries(released, released.replace('name: String!', 'name: String! city: String'))).toEqual([]);
  });

  it('may lose what was deprecated when it was released', async () => {
    const now = released.replace('nick: String @deprecated(reason: "Use name.")', '');
    expect(await brokenQueries(released, now)).toEqual([]);
  });

  it('may not lose what clients ask for', async () => {
    expect(await brokenQueries(released, released.replace('name: String!', ''))).toEqual([
      "Field 'name' was removed from object type 'Customer'",
    ]);
  });

  it('may not demand more of its clients', async () => {
    expect(await brokenQueries(released, released.replace('(id: ID!)', '(id: ID!, region: String!)'))).toHaveLength(1);
  });
});
