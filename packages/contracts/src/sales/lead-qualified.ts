import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { move } from './values.ts';

/** A lead turned out to be worth selling to. */
export const leadQualifiedV1 = contract({
  type: 'sales.lead-qualified.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A lead turned out to be worth selling to.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move }),
  example: { from: 'CONTACTED', to: 'QUALIFIED' },
});

export type LeadQualified = DataOf<typeof leadQualifiedV1>;
