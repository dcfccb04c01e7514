import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productKind } from './values.ts';

/** A product is no longer offered; old documents keep it. */
export const productRetiredV1 = contract({
  type: 'catalog-pricing.product-retired.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'A product is no longer offered; old documents keep it.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), kind: productKind }),
  example: { code: 'PUMP-20', kind: 'GOODS' },
});

export type ProductRetired = DataOf<typeof productRetiredV1>;
