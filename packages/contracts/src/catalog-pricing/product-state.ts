import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant, productKind, productStatus } from './values.ts';

/** A product as it is now. */
export const productStateV1 = contract({
  type: 'catalog-pricing.product-state.v1',
  topic: 'crm.catalog-pricing.product.state.v1',
  aggregate: 'product',
  description: 'A product as it is now.',
  owner: 'catalog-pricing',
  pii: 'none',
  data: z.object({
    id,
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    unit: z.string(),
    kind: productKind,
    taxClass: z.string().nullable(),
    isSerialTracked: z.boolean(),
    status: productStatus,
    isDeleted: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7301-8a2b-3f9d5e6a7b8c',
    code: 'PUMP-20',
    name: '离心泵 20',
    description: null,
    unit: 'PCS',
    kind: 'GOODS',
    taxClass: 'STANDARD',
    isSerialTracked: true,
    status: 'PUBLISHED',
    isDeleted: false,
    createdAt: '2026-11-21T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type ProductState = DataOf<typeof productStateV1>;
