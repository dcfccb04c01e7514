import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';

/** One more service has confirmed its part of an erasure; the key is the erasure. */
export const personalDataErasureConfirmedV1 = contract({
  type: 'customer.personal-data-erasure-confirmed.v1',
  topic: 'crm.customer.personal-data.fact.v1',
  aggregate: 'personal-data',
  description: 'One more service has confirmed its part of an erasure: how many have, of how many.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ done: z.int(), total: z.int() }),
  example: { done: 3, total: 7 },
});

export type PersonalDataErasureConfirmed = DataOf<typeof personalDataErasureConfirmedV1>;
