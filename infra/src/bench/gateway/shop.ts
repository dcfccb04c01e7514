const FEDERATION = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

/** Four subgraphs of the shape that the public comparisons of federation gateways use. */
export const SHOP: Readonly<Record<string, string>> = {
  accounts: `${FEDERATION('"@key"')}
    type Query { users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String }`,
  inventory: `${FEDERATION('"@key", "@external", "@requires"')}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `${FEDERATION('"@key"')}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${FEDERATION('"@key"')}
    type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
    type User @key(fields: "id") { id: ID! reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

const WHO = 'id username name';
const SAID = 'id body';
const WHAT = 'inStock name price shippingEstimate upc weight';
const BY_THE_SAME = `author { ${WHO} reviews { ${SAID} product { ${WHAT} } } }`;

/** Reviews of products of reviews of users, and the same from the side of the products: 87 kB. */
export const LARGE = `query Large {
  users { ${WHO} reviews { ${SAID} product { ${WHAT} reviews { ${SAID} ${BY_THE_SAME} } } } }
  topProducts { ${WHAT} reviews { ${SAID} ${BY_THE_SAME} } }
}`;

/** A list of one service with a field that another adds. */
export const SMALL = 'query Small { topProducts(first: 3) { upc name reviews { id } } }';
