import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { move } from './values.ts';

/** A lead turned out not to be worth selling to. */
export const leadDisqualifiedV1 = contract({
  type: 'sales.lead-disqualified.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A lead turned out not to be worth selling to.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move, reason: z.string() }),
  example: { from: 'CONTACTED', to: 'DISQUALIFIED', reason: 'No budget this year' },
});

export type LeadDisqualified = DataOf<typeof leadDisqualifiedV1>;
