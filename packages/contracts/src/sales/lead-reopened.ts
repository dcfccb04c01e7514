import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { move } from './values.ts';

/** A disqualified lead gets another chance. */
export const leadReopenedV1 = contract({
  type: 'sales.lead-reopened.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A disqualified lead gets another chance.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move }),
  example: { from: 'DISQUALIFIED', to: 'ASSIGNED' },
});

export type LeadReopened = DataOf<typeof leadReopenedV1>;
