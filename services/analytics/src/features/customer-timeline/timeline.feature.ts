import type { Caller } from '@crm/access';
import { loaderOf, pagesLoaderOf } from '@crm/graphql';
import type { ServiceParts } from '@crm/runtime';

import { customersByIds } from '../../warehouse/customer.queries.ts';
import { type TimelineEntryRow, entriesByIds, timelinesOf } from './timeline.queries.ts';

/** What happened to customers, as one request asks for it. */
export const timelineFeature = ({ read }: Pick<ServiceParts, 'read'>) => {
  const customers = customersByIds(read);
  const timelines = timelinesOf(read);
  const entries = entriesByIds(read);
  return {
    perRequest: (caller: Caller) => ({
      customerById: loaderOf(
        (ids) => customers(caller, ids),
        ({ id }) => id,
      ),
      entryById: loaderOf(
        (ids) => entries(caller, ids),
        ({ id }) => id,
      ),
      ofCustomers: pagesLoaderOf<TimelineEntryRow>((ids, request, count) => timelines(caller, ids, request, count)),
    }),
  };
};

export type TimelineApi = ReturnType<ReturnType<typeof timelineFeature>['perRequest']>;
