import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { campaignChannel, campaignStatus, campaignType, id } from './values.ts';

/** A campaign was planned. */
export const campaignCreatedV1 = contract({
  type: 'marketing.campaign-created.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'A campaign was planned.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({
    campaignNo: z.string(),
    type: campaignType,
    channels: z.array(campaignChannel),
    status: campaignStatus,
    ownerId: id.nullable(),
    departmentId: id.nullable(),
  }),
  example: {
    campaignNo: 'CM-000042',
    type: 'EVENT',
    channels: ['EMAIL', 'WECHAT'],
    status: 'PLANNED',
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type CampaignCreated = DataOf<typeof campaignCreatedV1>;
