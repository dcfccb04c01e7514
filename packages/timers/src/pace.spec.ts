import { nextSleep, retryAfter, runsOut } from './pace.ts';

describe('the pace of timers', () => {
  it('sleeps until the next timer is due, but never longer than a second', () => {
    expect([nextSleep(null), nextSleep(60_000), nextSleep(250.4), nextSleep(-3)]).toEqual([1_000, 1_000, 251, 5]);
  });

  it('tries a failing timer ever later, and parks it after the eighth failure', () => {
    expect([1, 2, 3, 7].map(retryAfter)).toEqual([500, 1_500, 4_500, 364_500]);
    expect(retryAfter(20)).toBe(600_000);
    expect([7, 8].map(runsOut)).toEqual([false, true]);
  });
});
