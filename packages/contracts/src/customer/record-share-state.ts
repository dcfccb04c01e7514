import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant } from './values.ts';

/** A share as it is now; a tombstone when it was ended. */
export const recordShareStateV1 = contract({
  type: 'customer.record-share-state.v1',
  topic: 'crm.customer.record-share.state.v1',
  aggregate: 'record-share',
  description: 'A share as it is now; a tombstone when it was ended.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    recordType: z.string(),
    recordId: id,
    granteeType: z.string(),
    granteeId: id,
    level: z.enum(['READ', 'EDIT']),
    until: instant.nullable(),
  }),
  example: {
    recordType: 'Customer',
    recordId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    granteeType: 'EMPLOYEE',
    granteeId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    level: 'READ',
    until: null,
  },
});

export type RecordShareState = DataOf<typeof recordShareStateV1>;
