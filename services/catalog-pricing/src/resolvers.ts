import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { productResolvers as products } from './features/products/products.resolvers.ts';

const { DateTime } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  DateTime,
  Query: products.Query,
  Mutation: products.Mutation,
  Product: products.Product,
};
