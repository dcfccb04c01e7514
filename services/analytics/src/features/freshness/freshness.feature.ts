import type { ServiceParts } from '@crm/runtime';

import { currentFreshness } from './freshness.queries.ts';

/** How far behind the events we are. */
export const freshnessFeature = ({ read, clock, topics }: ServiceParts & { readonly topics: readonly string[] }) => ({
  current: currentFreshness(read, clock, topics),
});

export type FreshnessApi = ReturnType<typeof freshnessFeature>;
