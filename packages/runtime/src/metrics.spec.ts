import type { EventLag } from '@crm/messaging';

import { metricsOf } from './metrics.ts';

const LAG: EventLag = {
  outbox: { rows: 3, oldestSeconds: 1.5, blockedAggregates: 0 },
  partitions: [
    { topic: 'a', partition: 0, lag: 4 },
    { topic: 'a', partition: 1, lag: 5 },
  ],
  parked: { events: 1, aggregates: 1, oldestSeconds: 60 },
};

const scraped = async (...lags: readonly (() => Promise<EventLag>)[]) => {
  const left = [...lags];
  const { registry } = metricsOf('spec', () => left.shift()?.() ?? Promise.reject(new Error('asked once more')));
  let text = '';
  for (const _scrape of lags) text = await registry.metrics();
  return (name: string) => new RegExp(`^${name}\\{service="spec"\\} (\\S+)$`, 'm').exec(text)?.[1];
};
const saying = (more: Partial<EventLag>) => () => Promise.resolve({ ...LAG, ...more });

describe('how far behind a service is', () => {
  it('is told with every scrape', async () => {
    const value = await scraped(saying({}));
    expect([value('crm_outbox_rows'), value('crm_consumer_lag_records'), value('crm_parked_events')]).toEqual([
      '3',
      '9',
      '1',
    ]);
  });

  it('leaves out what is left to read while nobody knows it, and tells the rest', async () => {
    const value = await scraped(saying({}), saying({ partitions: null }));
    expect(value('crm_consumer_lag_records')).toBeUndefined();
    expect([value('crm_outbox_rows'), value('crm_outbox_oldest_seconds')]).toEqual(['3', '1.5']);
  });

  it('hides no other measurement when it cannot be asked at all', async () => {
    const value = await scraped(saying({}), () => Promise.reject(new Error('the database is away')));
    expect(value('crm_outbox_rows')).toBeUndefined();
    expect(value('crm_events_published_total')).toBe('0');
  });
});
