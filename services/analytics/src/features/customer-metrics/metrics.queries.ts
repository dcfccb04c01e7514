import type { Caller } from '@crm/access';
import {
  contactCreatedV1,
  contactDeletedV1,
  contactErasedV1,
  contactRestoredV1,
  customerLifecycleChangedV1,
} from '@crm/contracts';
import { type Read, allOf, sqlParams } from '@crm/persistence';

import { seenCustomers, seenTimelines } from '../../warehouse/warehouse.guard.ts';
import type { Windows } from './metrics.rules.ts';

/** Where a measure finds the moments that it counts from. */
type Moments = { readonly last30Days: string; readonly last90Days: string };

const counted = (condition: string) => `(count(*) filter (where ${condition}))::int`;
const happened = (...contracts: readonly { readonly type: string }[]) =>
  `t.type in (${contracts.map(({ type }) => `'${type}'`).join(', ')})`;

/**
 * Each measure is defined here and nowhere else: over the events `t` of one customer before the end of the window.
 * To add one: a line here, a field of the schema.
 */
const MEASURES = {
  // Who was in the bin when he was erased was counted out before.
  contacts: () => `${counted(happened(contactCreatedV1, contactRestoredV1))} - ${counted(happened(contactDeletedV1))}
    - ${counted(`${happened(contactErasedV1)} and not (t.data ->> 'wasDeleted')::boolean`)}`,
  eventsInLast30Days: ({ last30Days }: Moments) => counted(`t.occurred_at >= ${last30Days}`),
  eventsInLast90Days: ({ last90Days }: Moments) => counted(`t.occurred_at >= ${last90Days}`),
  lastActivityAt: () => 'max(t.occurred_at)',
  lifecycleChanges: () => counted(happened(customerLifecycleChangedV1)),
} as const;

export type MetricsRow = {
  readonly id: string;
  readonly createdAt: Date | null;
  readonly contacts: number;
  readonly eventsInLast30Days: number;
  readonly eventsInLast90Days: number;
  readonly lastActivityAt: Date | null;
  readonly lifecycleChanges: number;
};

/** The measures of several customers whose timelines the caller may read, in one query. */
export const metricsOf =
  (read: Read) =>
  ({ actor, access }: Caller, { end, last30Days, last90Days }: Windows, ids: readonly string[]) =>
    read(actor, (sql) => {
      const params = sqlParams();
      const at = (moment: Date) => `${params.add(moment)}::timestamptz`;
      const wanted = `c.id = any(${params.add(ids)}::uuid[])`;
      const before = `t.occurred_at < ${at(end)}`;
      const moments = { last30Days: at(last30Days), last90Days: at(last90Days) };
      const measures = Object.entries(MEASURES).map(([name, measure]) => `${measure(moments)} as "${name}"`);
      const seen = [...seenCustomers(access, params.values), seenTimelines(access, params.values)];
      return sql.query<MetricsRow>(
        `select c.id, c.created_at as "createdAt", measured.* from dim_customer c
          cross join lateral (select ${measures.join(', ')} from timeline_entry t
                               where t.generation = c.generation and t.customer_id = c.id and ${before}) measured
          where ${allOf([wanted, ...seen])}`,
        params.values,
      );
    });
