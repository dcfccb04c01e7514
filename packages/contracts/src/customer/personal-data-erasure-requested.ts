import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Somebody’s personal data are to be erased everywhere; the key is the erasure. */
export const personalDataErasureRequestedV1 = contract({
  type: 'customer.personal-data-erasure-requested.v1',
  topic: 'crm.customer.personal-data.fact.v1',
  aggregate: 'personal-data',
  description: 'Somebody’s personal data are to be erased everywhere: every service does its part and says so.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    contactId: id,
    /** The records that are the person, each at the version that ended it: whatever is older must not come back. */
    subjects: z.array(z.object({ type: z.enum(['contact', 'customer']), id, version: z.int() })),
  }),
  example: {
    contactId: '0199a3c0-7e1f-7102-8a2b-3f9d5e6a7b8c',
    subjects: [{ type: 'contact', id: '0199a3c0-7e1f-7102-8a2b-3f9d5e6a7b8c', version: 7 }],
  },
});

export type PersonalDataErasureRequested = DataOf<typeof personalDataErasureRequestedV1>;
