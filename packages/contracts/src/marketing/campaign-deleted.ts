import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';

/** A campaign was put into the bin; it can be restored. */
export const campaignDeletedV1 = contract({
  type: 'marketing.campaign-deleted.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'A campaign was put into the bin; it can be restored.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({ reason: z.string().nullable() }),
  example: { reason: 'Planned twice' },
});

export type CampaignDeleted = DataOf<typeof campaignDeletedV1>;
