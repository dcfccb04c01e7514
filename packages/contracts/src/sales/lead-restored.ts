import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { leadStatus } from './values.ts';

/** A deleted lead was taken back. */
export const leadRestoredV1 = contract({
  type: 'sales.lead-restored.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'A deleted lead was taken back.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ status: leadStatus }),
  example: { status: 'NEW' },
});

export type LeadRestored = DataOf<typeof leadRestoredV1>;
