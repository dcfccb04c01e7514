import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productKind } from './values.ts';

/** A product may be offered and sold from now on. */
export const productPublishedV1 = contract({
  type: 'catalog-pricing.product-published.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'A product may be offered and sold from now on.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), kind: productKind }),
  example: { code: 'PUMP-20', kind: 'GOODS' },
});

export type ProductPublished = DataOf<typeof productPublishedV1>;
