import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Clock } from '@crm/kernel';
import type { ServiceParts } from '@crm/runtime';

import { type MetricsRow, metricsOf } from './metrics.queries.ts';
import { ageInDays, windowsOf } from './metrics.rules.ts';

export type CustomerMetrics = MetricsRow & { readonly measuredAt: Date; readonly ageDays: number };

const measured = (row: MetricsRow | null, end: Date): CustomerMetrics | null => {
  const ageDays = row && ageInDays(row.createdAt, end);
  return row && ageDays !== null ? { ...row, measuredAt: end, ageDays } : null;
};

/** Measures of customers, as one request asks for them: one query for each day that is asked for. */
export const metricsFeature = ({ read, clock }: Pick<ServiceParts, 'read'> & { readonly clock: Clock }) => {
  const load = metricsOf(read);
  return {
    perRequest: (caller: Caller) => {
      // One moment for the whole request: two customers in one answer are comparable.
      const now = clock.now();
      const byDay = new Map<string | null, ReturnType<typeof loaderFor>>();
      const loaderFor = (asOf: string | null) => {
        const windows = windowsOf(asOf, now);
        const loader = loaderOf(
          (ids) => load(caller, windows, ids),
          ({ id }) => id,
        );
        return async (id: string) => measured(await loader.load(id), windows.end);
      };
      return {
        of: (id: string, asOf: string | null): Promise<CustomerMetrics | null> => {
          const known = byDay.get(asOf) ?? loaderFor(asOf);
          byDay.set(asOf, known);
          return known(id);
        },
      };
    },
  };
};

export type MetricsApi = ReturnType<ReturnType<typeof metricsFeature>['perRequest']>;
