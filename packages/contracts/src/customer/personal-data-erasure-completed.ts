import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant } from './values.ts';

/** Every service has confirmed that it holds nothing of an erased person any more; the key is the erasure. */
export const personalDataErasureCompletedV1 = contract({
  type: 'customer.personal-data-erasure-completed.v1',
  topic: 'crm.customer.personal-data.fact.v1',
  aggregate: 'personal-data',
  description: 'Every service has confirmed that it holds nothing of an erased person any more.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    contactId: id,
    requestedAt: instant,
    /** The employee who asked for it; null when a program did. */
    requestedBy: id.nullable().optional(),
  }),
  example: {
    contactId: '0199a3c0-7e1f-7102-8a2b-3f9d5e6a7b8c',
    requestedAt: '2026-11-22T09:30:00.000Z',
    requestedBy: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
  },
});

export type PersonalDataErasureCompleted = DataOf<typeof personalDataErasureCompletedV1>;
