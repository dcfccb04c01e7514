import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productStatus } from './values.ts';

/** A product was put into the bin; it can be restored. */
export const productDeletedV1 = contract({
  type: 'catalog-pricing.product-deleted.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'A product was put into the bin; it can be restored.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), status: productStatus }),
  example: { code: 'PUMP-20', status: 'DRAFT' },
});

export type ProductDeleted = DataOf<typeof productDeletedV1>;
