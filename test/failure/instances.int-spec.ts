import { setTimeout as after } from 'node:timers/promises';

import { startBroker } from '@crm/testing';

import { aStage, type Stage } from './stage.ts';

describe('three instances of one service', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
  });

  afterEach(() => stage.stop());

  it('lose, double and turn round nothing while one after the other is killed, twice', async () => {
    const start = (nth: number) => stage.aProcess(['relay', 'consumers'], { seed: 70 + nth });
    const instances = [await start(1), await start(2), await start(3)];
    for (const [nth, instance] of [...instances, ...instances].entries()) {
      const busy = stage.play(71 + nth, 80);
      await after(200);
      await instance.kill();
      await busy;
    }

    expect(await stage.violations({ patienceMs: 40_000 })).toEqual([]);
    expect(instances.map((each) => each.deaths())).toEqual([2, 2, 2]);
  });
});
