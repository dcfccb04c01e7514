import DataLoader from 'dataloader';

export const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { products: [Product!]! }
  type Product @key(fields: "id") {
    id: ID!
    name: String!
    sku: String!
    price: Float!
    currency: String!
    stock: Int!
    isActive: Boolean!
    category: String
    updatedAt: String!
  }
`;

export const ENTITIES = 500;

const product = (n: number) => ({
  id: `01900000-0000-7107-8000-${String(n).padStart(12, '0')}`,
  name: `Forklift truck no. ${String(n)}`,
  sku: `FT-${String(n).padStart(6, '0')}`,
  price: 1_000 + n / 4,
  currency: 'CNY',
  stock: n % 37,
  isActive: n % 3 > 0,
  category: n % 5 > 0 ? 'trucks' : null,
  updatedAt: '2026-11-22T08:00:00.000Z',
});
export type Product = ReturnType<typeof product>;

const PRODUCTS = Array.from({ length: ENTITIES }, (_, n) => product(n));
const BY_ID = new Map(PRODUCTS.map((each) => [each.id, each]));

/** As a service reads: one look for all that a request asks for, and rows of its own for every request. */
const find = (ids: readonly string[]): Promise<(Product | null)[]> =>
  Promise.resolve(
    ids.map((id) => {
      const found = BY_ID.get(id);
      return found ? { ...found } : null;
    }),
  );

export type Context = { readonly products: DataLoader<string, Product | null> };
export const newContext = (): Context => ({ products: new DataLoader(find) });

export const resolvers = {
  Query: { products: () => PRODUCTS },
  Product: {
    __resolveReference: ({ id }: { readonly id: string }, { products }: Context) => products.load(id),
  },
};

/** What the gateway sends. */
export const REQUEST = JSON.stringify({
  query: `query Catalog__products__1($representations:[_Any!]!){_entities(representations:$representations){...on Product{id name sku price currency stock isActive category updatedAt}}}`,
  operationName: 'Catalog__products__1',
  variables: { representations: PRODUCTS.map(({ id }) => ({ __typename: 'Product', id })) },
});

/** What has to come back, byte for byte. */
export const ANSWER = JSON.stringify({ data: { _entities: PRODUCTS } });
