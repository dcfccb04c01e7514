import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productStatus } from './values.ts';

/** What we say of a product changed. */
export const productChangedV1 = contract({
  type: 'catalog-pricing.product-changed.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'What we say of a product changed.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), status: productStatus, changed: z.array(z.string()) }),
  example: { code: 'PUMP-20', status: 'PUBLISHED', changed: ['description'] },
});

export type ProductChanged = DataOf<typeof productChangedV1>;
