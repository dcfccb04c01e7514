import type { Caller } from '@crm/access';
import type { Language } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import type { MetricsApi } from './features/customer-metrics/metrics.feature.ts';
import type { TimelineApi } from './features/customer-timeline/timeline.feature.ts';
import type { FreshnessApi } from './features/freshness/freshness.feature.ts';
import type { RebuildApi } from './features/rebuild/rebuild.feature.ts';

/** What resolvers work with, anew for each request. */
export type RequestContext = {
  readonly caller: Caller;
  readonly language: Language;
  readonly timeline: TimelineApi;
  readonly metrics: MetricsApi;
  readonly freshness: FreshnessApi;
  readonly rebuild: RebuildApi;
};

/** One feature's share of the schema; the merged whole is checked for completeness in `resolvers.ts`. */
export type FeatureResolvers = { [Type in keyof Resolvers]?: Partial<Resolvers[Type]> };
