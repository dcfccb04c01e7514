import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';

/** A customer was put into the bin; it can be restored. */
export const customerDeletedV1 = contract({
  type: 'customer.customer-deleted.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'A customer was put into the bin; it can be restored.',
  owner: 'customer',
  pii: 'none',
  /** `reason` is null since it stands with the row: what somebody wrote about a person must not lie in a fact. */
  data: z.object({ reason: z.string().nullable() }),
  example: { reason: null },
});

export type CustomerDeleted = DataOf<typeof customerDeletedV1>;
