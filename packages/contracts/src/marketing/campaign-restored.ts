import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { campaignStatus } from './values.ts';

/** A deleted campaign was taken back. */
export const campaignRestoredV1 = contract({
  type: 'marketing.campaign-restored.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'A deleted campaign was taken back.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({ status: campaignStatus }),
  example: { status: 'PLANNED' },
});

export type CampaignRestored = DataOf<typeof campaignRestoredV1>;
