import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { campaignStatus } from './values.ts';

/** A campaign began, paused, went on or ended. */
export const campaignStatusChangedV1 = contract({
  type: 'marketing.campaign-status-changed.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'A campaign began, paused, went on or ended.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({ from: campaignStatus, to: campaignStatus, reason: z.string().nullable() }),
  example: { from: 'PLANNED', to: 'ACTIVE', reason: null },
});

export type CampaignStatusChanged = DataOf<typeof campaignStatusChangedV1>;
