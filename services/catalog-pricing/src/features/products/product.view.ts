import { seenOnce } from '@crm/access';

import type { Product } from './product.rules.ts';

/** A product as the reader may see it: what his roles hide is null, what they mask is masked. */
export const seenProduct = seenOnce((product: Product, access): Product => ({
  ...product,
  name: access.shown('Product', 'name', product.name, 'text') ?? '****',
  description: access.shown('Product', 'description', product.description, 'text'),
  taxClass: access.shown('Product', 'taxClass', product.taxClass, 'text'),
}));
