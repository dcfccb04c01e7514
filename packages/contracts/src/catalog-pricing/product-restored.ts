import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productStatus } from './values.ts';

/** A deleted product was taken back. */
export const productRestoredV1 = contract({
  type: 'catalog-pricing.product-restored.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'A deleted product was taken back.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), status: productStatus }),
  example: { code: 'PUMP-20', status: 'DRAFT' },
});

export type ProductRestored = DataOf<typeof productRestoredV1>;
