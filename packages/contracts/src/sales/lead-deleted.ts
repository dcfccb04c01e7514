import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { leadStatus } from './values.ts';

/** A lead was put into the bin; it can be restored. */
export const leadDeletedV1 = contract({
  type: 'sales.lead-deleted.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A lead was put into the bin; it can be restored.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ status: leadStatus }),
  example: { status: 'NEW' },
});

export type LeadDeleted = DataOf<typeof leadDeletedV1>;
