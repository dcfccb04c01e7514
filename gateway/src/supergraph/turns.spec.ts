import { setTimeout as pause } from 'node:timers/promises';

import { oneAtATime } from './turns.ts';

describe('work that must not overlap', () => {
  it('is done one after the other, however often it is asked for', async () => {
    let [running, most, done] = [0, 0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await pause(1);
      running--;
      done++;
    };
    const turns = oneAtATime(1000, work, () => undefined);
    for (let n = 0; n < 5; n++) turns.ask();
    await pause(50);
    await turns.stop();
    expect([most, done]).toEqual([1, 5]);
  });

  it('is tried again after a failure, and says only once what is wrong', async () => {
    const told: boolean[] = [];
    let left = 3;
    const work = () => (left-- > 0 ? Promise.reject(new Error('not yet')) : Promise.resolve());
    const turns = oneAtATime(1, work, (_, isNews) => told.push(isNews));
    turns.ask();
    await pause(100);
    await turns.stop();
    expect(told).toEqual([true, false, false]);
  });
});
