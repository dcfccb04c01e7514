import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { campaignChannel, campaignStatus, campaignType, day, id, instant, money } from './values.ts';

/** A campaign as it is now. */
export const campaignStateV1 = contract({
  type: 'marketing.campaign-state.v1',
  topic: 'crm.marketing.campaign.state.v1',
  aggregate: 'campaign',
  description: 'A campaign as it is now.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({
    id,
    campaignNo: z.string(),
    name: z.string(),
    type: campaignType,
    channels: z.array(campaignChannel),
    status: campaignStatus,
    budget: money.nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isDeleted: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7601-8a2b-3f9d5e6a7b8c',
    campaignNo: 'CM-000042',
    name: '春季新品发布会',
    type: 'EVENT',
    channels: ['EMAIL', 'WECHAT'],
    status: 'PLANNED',
    budget: { amount: '200000.00', currency: 'CNY' },
    startsOn: '2027-03-01',
    endsOn: '2027-03-31',
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isDeleted: false,
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type CampaignState = DataOf<typeof campaignStateV1>;
