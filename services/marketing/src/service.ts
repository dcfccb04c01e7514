import path from 'node:path';

import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { CampaignEntity } from './features/campaigns/campaign.entity.ts';
import { campaignsFeature } from './features/campaigns/campaigns.feature.ts';
import { CreateCampaigns1764000000001 } from './migrations/1764000000001-create-campaigns.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const campaigns = campaignsFeature(parts);

  return {
    resolvers,
    subscriptions,
    contextOf: (caller, language) => ({
      caller,
      language,
      campaigns: { ...campaigns, ...campaigns.perRequest(caller) },
    }),
  };
};

export const marketingService: ServiceDefinition<RequestContext> = {
  name: 'marketing',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [CampaignEntity],
  migrations: [CreateCampaigns1764000000001],
  wire,
};
