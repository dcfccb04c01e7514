import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed } from './values.ts';

/** What we know of a lead changed. */
export const leadUpdatedV1 = contract({
  type: 'sales.lead-updated.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'What we know of a lead changed.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ changed }),
  example: { changed: ['company', 'phone'] },
});

export type LeadUpdated = DataOf<typeof leadUpdatedV1>;
