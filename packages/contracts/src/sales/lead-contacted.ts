import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { move } from './values.ts';

/** Somebody of us spoke or wrote to a lead. */
export const leadContactedV1 = contract({
  type: 'sales.lead-contacted.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'Somebody of us spoke or wrote to a lead.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move, isFirst: z.boolean() }),
  example: { from: 'ASSIGNED', to: 'CONTACTED', isFirst: true },
});

export type LeadContacted = DataOf<typeof leadContactedV1>;
