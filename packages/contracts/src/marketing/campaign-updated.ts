import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed } from './values.ts';

/** The plan of a campaign changed. */
export const campaignUpdatedV1 = contract({
  type: 'marketing.campaign-updated.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'The plan of a campaign changed.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({ changed }),
  example: { changed: ['budget', 'endsOn'] },
});

export type CampaignUpdated = DataOf<typeof campaignUpdatedV1>;
