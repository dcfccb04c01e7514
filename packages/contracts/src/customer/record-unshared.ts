import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A share was ended. */
export const recordUnsharedV1 = contract({
  type: 'customer.record-unshared.v1',
  topic: 'crm.customer.record-share.fact.v1',
  aggregate: 'record-share',
  description: 'A share was ended.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ recordType: z.string(), recordId: id, granteeId: id }),
  example: {
    recordType: 'Customer',
    recordId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    granteeId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
  },
});

export type RecordUnshared = DataOf<typeof recordUnsharedV1>;
