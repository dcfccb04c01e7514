import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { metricsResolvers as metrics } from './features/customer-metrics/metrics.resolvers.ts';
import { timelineResolvers as timeline } from './features/customer-timeline/timeline.resolvers.ts';
import { freshnessResolvers as freshness } from './features/freshness/freshness.resolvers.ts';
import { rebuildResolvers as rebuild } from './features/rebuild/rebuild.resolvers.ts';

const { Date: CalendarDate, DateTime } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  Date: CalendarDate,
  DateTime,
  Query: freshness.Query,
  Mutation: rebuild.Mutation,
  Customer: { ...timeline.Customer, ...metrics.Customer },
  TimelineEntry: timeline.TimelineEntry,
  CustomerMetrics: metrics.CustomerMetrics,
  AnalyticsFreshness: rebuild.AnalyticsFreshness,
  AnalyticsRebuild: rebuild.AnalyticsRebuild,
};
