import type { Caller } from '@crm/access';
import type { Clock } from '@crm/kernel';
import type { Read } from '@crm/persistence';

import { type Freshness, type NewestOfTopic, freshnessOf } from './freshness.rules.ts';

/** How fresh the caller's company's events are; null when he may read no timeline. One look at the end of each topic. */
export const currentFreshness =
  (read: Read, clock: Clock, topics: readonly string[]) =>
  async ({ actor, access }: Caller): Promise<Freshness | null> => {
    if (!access.can('Timeline', 'read')) return null;
    const newest = await read(actor, (sql) =>
      sql.query<NewestOfTopic>(
        `select topics.topic, newest.occurred_at as "occurredAt", newest.ingested_at as "ingestedAt"
           from unnest($1::text[]) as topics (topic)
          cross join lateral (select e.occurred_at, e.ingested_at from event_log e
                               where e.topic = topics.topic order by e.no desc limit 1) newest
          order by topics.topic`,
        [topics],
      ),
    );
    return freshnessOf(newest, clock.now());
  };
