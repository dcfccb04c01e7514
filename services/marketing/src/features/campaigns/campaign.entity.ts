import { EntitySchema } from 'typeorm';

import type { Campaign } from './campaign.rules.ts';

type CampaignRow = { -readonly [Field in keyof Campaign]: Campaign[Field] };

const reference = (name: string) => ({ type: 'uuid', name, nullable: true }) as const;
const day = (name: string) => ({ type: 'date', name, nullable: true }) as const;

export const CampaignEntity = new EntitySchema<CampaignRow>({
  name: 'Campaign',
  tableName: 'campaign',
  columns: {
    id: { type: 'uuid', primary: true },
    campaignNo: { type: 'text', name: 'campaign_no' },
    name: { type: 'text' },
    type: { type: 'text' },
    channels: { type: 'text', array: true },
    goals: { type: 'text', nullable: true },
    budgetMinor: { type: 'bigint', name: 'budget_minor', nullable: true },
    budgetCurrency: { type: 'text', name: 'budget_currency', nullable: true },
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    status: { type: 'text' },
    ownerId: reference('owner_id'),
    departmentId: reference('department_id'),
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: reference('created_by'),
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: reference('updated_by'),
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
  },
});
