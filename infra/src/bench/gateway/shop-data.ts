type User = { readonly id: string; readonly name: string; readonly username: string };
type Product = { readonly upc: string; readonly name: string; readonly price: number; readonly weight: number };
type Review = {
  readonly id: string;
  readonly body: string;
  readonly author: { id: string };
  readonly product: { upc: string };
};

const SENTENCE = 'It lifts what it says, and after a winter outside it still does.';

const USERS: readonly User[] = ['li', 'wang', 'zhang', 'liu', 'chen', 'yang'].map((username, n) => ({
  id: String(n + 1),
  name: `${username.charAt(0).toUpperCase()}${username.slice(1)} no. ${String(n + 1)}`,
  username,
}));
const PRODUCTS: readonly Product[] = Array.from({ length: 9 }, (_, n) => ({
  upc: String(n + 1),
  name: `Forklift ${String(n + 1)}`,
  price: 899 + n * 100,
  weight: 100 + n * 50,
}));
/** Two of the users write all; the first product gets most of it. */
const REVIEWS: readonly Review[] = Array.from({ length: 11 }, (_, n) => ({
  id: String(n + 1),
  body: Array.from({ length: 1 + (n % 3 === 0 ? 1 : 0) }, () => SENTENCE).join(' '),
  author: { id: n % 6 < 4 ? '1' : '2' },
  product: { upc: String(n < 4 ? 1 : (n % 4) + 1) },
}));

const byKey = <T>(all: readonly T[], keyOf: (each: T) => string) => {
  const known = new Map(all.map((each) => [keyOf(each), each]));
  return (key: string) => known.get(key) ?? null;
};
const userBy = byKey(USERS, ({ id }) => id);
const productBy = byKey(PRODUCTS, ({ upc }) => upc);

type Weighed = { readonly price: number; readonly weight: number };

/** Resolvers of the shop's subgraphs, by name. */
export const SHOP_RESOLVERS: Readonly<Record<string, object>> = {
  accounts: { Query: { users: () => USERS }, User: { __resolveReference: ({ id }: User) => userBy(id) } },
  inventory: {
    Product: {
      inStock: ({ upc }: Product) => Number(upc) % 3 > 0,
      shippingEstimate: ({ price, weight }: Weighed) => (price > 1_000 ? 0 : Math.round(weight / 2)),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { readonly first: number }) => PRODUCTS.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Product) => productBy(upc) },
  },
  reviews: {
    User: { reviews: ({ id }: User) => REVIEWS.filter(({ author }) => author.id === id) },
    Product: { reviews: ({ upc }: Product) => REVIEWS.filter(({ product }) => product.upc === upc) },
  },
};
