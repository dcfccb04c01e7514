import path from 'node:path';

import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { ProductEntity } from './features/products/product.entity.ts';
import { productsFeature } from './features/products/products.feature.ts';
import { CreateProducts1764000000001 } from './migrations/1764000000001-create-products.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const products = productsFeature(parts);

  return {
    resolvers,
    subscriptions,
    contextOf: (caller, language) => ({
      caller,
      language,
      products: { ...products, ...products.perRequest(caller) },
    }),
  };
};

export const catalogPricingService: ServiceDefinition<RequestContext> = {
  name: 'catalog-pricing',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [ProductEntity],
  migrations: [CreateProducts1764000000001],
  wire,
};
