import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { ProductEntity } from './product.entity.ts';
import type { Product, ProductId } from './product.rules.ts';

/** Found by code and name, by everybody who sees the product. */
export const SEARCHED_AS = 'Product';

export const products = (db: EntityManager) => ({
  find: (id: ProductId): Promise<Product | null> => db.getRepository(ProductEntity).findOneBy({ id }),

  add: async (product: Product) => {
    await db.getRepository(ProductEntity).insert(product);
    await index(db, product);
  },

  save: async (product: Product) => {
    await db.getRepository(ProductEntity).update({ id: product.id }, product);
    await index(db, product);
  },
});

const index = (db: EntityManager, { id, code, name }: Product) =>
  indexForSearch(sqlOf(db), SEARCHED_AS, id, [code, name]);
