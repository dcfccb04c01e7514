import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { productKind } from './values.ts';

/** Something we may sell was entered as a draft. */
export const productCreatedV1 = contract({
  type: 'catalog-pricing.product-created.v1',
  topic: 'crm.catalog-pricing.product.fact.v1',
  aggregate: 'product',
  description: 'Something we may sell was entered as a draft.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({ code: z.string(), kind: productKind }),
  example: { code: 'PUMP-20', kind: 'GOODS' },
});

export type ProductCreated = DataOf<typeof productCreatedV1>;
