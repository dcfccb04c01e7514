import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type ProductParts, createProduct } from './create-product.command.ts';
import { productActions, productsByIds, listProducts } from './product.queries.ts';
import { deleteProduct, publishProduct, restoreProduct, retireProduct } from './move-product.commands.ts';
import { updateProduct } from './update-product.command.ts';

/** All that can be asked of products, and what one request asks for together. */
export const productsFeature = (parts: ProductParts & { readonly read: Read }) => {
  const byIds = productsByIds(parts.read);
  const actions = productActions(parts.read);
  return {
    createProduct: createProduct(parts),
    updateProduct: updateProduct(parts),
    publishProduct: publishProduct(parts),
    retireProduct: retireProduct(parts),
    deleteProduct: deleteProduct(parts),
    restoreProduct: restoreProduct(parts),
    list: listProducts(parts.read),
    byIds,
    actions,
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      actionsOf: loaderOf(
        (ids) => actions(caller, ids),
        ({ id }) => id,
      ),
    }),
  };
};

export type ProductsFeature = ReturnType<typeof productsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type ProductsApi = ProductsFeature & ReturnType<ProductsFeature['perRequest']>;
