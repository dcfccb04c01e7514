import { setTimeout as pause } from 'node:timers/promises';

import { boundedCheck } from './bounded-check.ts';

describe('a check that many may ask for', () => {
  it('runs once for all who ask at the same time and shortly after', async () => {
    let runs = 0;
    const check = boundedCheck(
      async () => {
        runs += 1;
        await pause(5);
      },
      { everyMs: 1_000, waitMs: 1_000 },
    );
    await Promise.all([check(), check(), check()]);
    await check();
    expect(runs).toBe(1);
  });

  it('tells a failure to all who ask, and runs again after a while', async () => {
    let runs = 0;
    const away = () => Promise.reject(new Error(`away ${String(++runs)}`));
    const check = boundedCheck(away, { everyMs: 20, waitMs: 1_000 });
    await expect(check()).rejects.toThrow('away 1');
    await expect(check()).rejects.toThrow('away 1');
    await pause(30);
    await expect(check()).rejects.toThrow('away 2');
  });

  it('keeps nobody waiting for long, and does not start again while it still runs', async () => {
    let runs = 0;
    const endless = () => {
      runs += 1;
      return new Promise<void>(() => undefined);
    };
    const check = boundedCheck(endless, { everyMs: 1, waitMs: 10 });
    await expect(check()).rejects.toThrow('not all services have answered yet');
    await pause(10);
    await expect(check()).rejects.toThrow('not all services have answered yet');
    expect(runs).toBe(1);
  });
});
