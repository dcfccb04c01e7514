import path from 'node:path';

import { ALL_CONTRACTS, isState } from '@crm/contracts';
import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { metricsFeature } from './features/customer-metrics/metrics.feature.ts';
import { timelineFeature } from './features/customer-timeline/timeline.feature.ts';
import { erasePerson, recordsWith } from './features/ingestion/erase-person.command.ts';
import { freshnessFeature } from './features/freshness/freshness.feature.ts';
import { rebuildFeature } from './features/rebuild/rebuild.feature.ts';
import { CreateWarehouse1764000000001 } from './migrations/1764000000001-create-warehouse.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

const FACT_TOPICS = [
  ...new Set(ALL_CONTRACTS.filter((promise) => !isState(promise)).map(({ topic }) => topic)),
].toSorted();

/** Puts the features together. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const timeline = timelineFeature(parts);
  const metrics = metricsFeature(parts);
  const freshness = freshnessFeature({ ...parts, topics: FACT_TOPICS });
  const rebuild = rebuildFeature(parts);

  return {
    resolvers,
    subscriptions,
    eraseOwn: erasePerson,
    recordsWith,
    timers: rebuild.timers,
    contextOf: (caller, language) => ({
      caller,
      language,
      timeline: timeline.perRequest(caller),
      metrics: metrics.perRequest(caller),
      freshness,
      rebuild: rebuild.api,
    }),
  };
};

export const analyticsService: ServiceDefinition<RequestContext> = {
  name: 'analytics',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [],
  migrations: [CreateWarehouse1764000000001],
  wire,
};
