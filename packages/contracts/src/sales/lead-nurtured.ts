import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { move } from './values.ts';

/** A lead is not ready to buy and is kept warm. */
export const leadNurturedV1 = contract({
  type: 'sales.lead-nurtured.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A lead is not ready to buy and is kept warm.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move }),
  example: { from: 'CONTACTED', to: 'NURTURING' },
});

export type LeadNurtured = DataOf<typeof leadNurturedV1>;
