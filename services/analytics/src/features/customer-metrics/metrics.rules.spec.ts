import { ageInDays, windowsOf } from './metrics.rules.ts';

const now = new Date('2026-11-22T09:30:00Z');

describe('the window of a measurement', () => {
  it('ends now unless a day is given', () => {
    expect(windowsOf(null, now)).toEqual({
      end: now,
      last30Days: new Date('2026-10-23T09:30:00Z'),
      last90Days: new Date('2026-08-24T09:30:00Z'),
    });
  });

  it('ends with the day it is asked for: midnight belongs to the next', () => {
    expect(windowsOf('2026-03-01', now).end).toEqual(new Date('2026-03-02T00:00:00Z'));
  });

  it('never ends in the future', () => {
    expect(windowsOf('2026-11-22', now).end).toEqual(now);
    expect(windowsOf('2030-01-01', now).end).toEqual(now);
  });
});

describe('the age of an acquaintance', () => {
  it('counts whole days', () => {
    expect(ageInDays(new Date('2026-11-20T10:00:00Z'), now)).toBe(1);
  });

  it('is none before we knew them', () => {
    expect(ageInDays(now, now)).toBeNull();
    expect(ageInDays(null, now)).toBeNull();
  });
});
