import path from 'node:path';

import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { LeadEntity } from './features/leads/lead.entity.ts';
import { leadsFeature } from './features/leads/leads.feature.ts';
import { CreateLeads1764000000001 } from './migrations/1764000000001-create-leads.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const leads = leadsFeature(parts);

  return {
    resolvers,
    subscriptions,
    contextOf: (caller, language) => ({
      caller,
      language,
      leads: { ...leads, ...leads.perRequest(caller) },
    }),
  };
};

export const salesService: ServiceDefinition<RequestContext> = {
  name: 'sales',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [LeadEntity],
  migrations: [CreateLeads1764000000001],
  wire,
};
