import { freshnessOf } from './freshness.rules.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

it('is as fresh as the event that arrived last', () => {
  const contacts = { topic: 'contacts', occurredAt: at('09:00:00'), ingestedAt: at('09:00:05') };
  const customers = { topic: 'customers', occurredAt: at('08:00:00'), ingestedAt: at('09:00:01') };
  expect(freshnessOf([contacts, customers], at('09:01:00'))).toEqual({
    measuredAt: at('09:01:00'),
    lastEventAt: at('09:00:00'),
    lagSeconds: 5,
    idleSeconds: 55,
    topics: [
      { topic: 'contacts', lastEventAt: at('09:00:00'), lagSeconds: 5 },
      { topic: 'customers', lastEventAt: at('08:00:00'), lagSeconds: 3601 },
    ],
  });
});

it('has no lag to tell of before anything has happened', () => {
  expect(freshnessOf([], at('09:00:00'))).toMatchObject({ lastEventAt: null, lagSeconds: null, topics: [] });
});

it('knows nothing before it happened, whatever the clocks say', () => {
  const early = { topic: 'customers', occurredAt: at('09:00:01'), ingestedAt: at('09:00:00') };
  expect(freshnessOf([early], at('09:00:02')).lagSeconds).toBe(0);
});
