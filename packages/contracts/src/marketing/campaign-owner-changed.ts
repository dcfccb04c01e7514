import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Another employee answers for a campaign now. */
export const campaignOwnerChangedV1 = contract({
  type: 'marketing.campaign-owner-changed.v1',
  topic: 'crm.marketing.campaign.fact.v1',
  aggregate: 'campaign',
  description: 'Another employee answers for a campaign now.',
  owner: 'marketing',
  pii: 'none',
  data: z.object({ fromOwnerId: id.nullable(), toOwnerId: id, departmentId: id.nullable() }),
  example: {
    fromOwnerId: null,
    toOwnerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type CampaignOwnerChanged = DataOf<typeof campaignOwnerChangedV1>;
