import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { lifecycle } from './values.ts';

/** A customer moved on in its lifecycle. */
export const customerLifecycleChangedV1 = contract({
  type: 'customer.customer-lifecycle-changed.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'A customer moved on in its lifecycle.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ from: lifecycle, to: lifecycle, isPinned: z.boolean() }),
  example: { from: 'PROSPECT', to: 'ACTIVE', isPinned: false },
});

export type CustomerLifecycleChanged = DataOf<typeof customerLifecycleChangedV1>;
