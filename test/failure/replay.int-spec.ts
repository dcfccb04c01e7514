import { setTimeout as after } from 'node:timers/promises';

import { startBroker } from '@crm/testing';

import { aStage } from './stage.ts';

describe('a read model that is filled again while its service runs as two instances', () => {
  it('has no gap, and no effect happens twice, though the instances are killed meanwhile', async () => {
    const stage = await aStage((await startBroker()).brokers);
    try {
      const start = () => stage.aProcess(['relay', 'consumers'], { seed: 91 });
      const instances = [await start(), await start()];
      await stage.play(91, 80);
      expect(await stage.violations()).toEqual([]);

      await stage.owners.target.query('delete from thing_view where version % 2 = 0');
      await stage.owners.target.query(`insert into consumer_replay (consumer, start) values ($1, 'earliest')`, [
        stage.place.group,
      ]);
      const busy = stage.play(92, 80);
      for (const instance of instances) {
        await after(700);
        await instance.kill();
      }
      await busy;
      const open = 'select 1 from consumer_replay where ended_at is null';
      while ((await stage.owners.target.query(open)).rowCount !== 0) await after(200);

      expect(await stage.violations({ patienceMs: 45_000 })).toEqual([]);
    } finally {
      await stage.stop();
    }
  });
});
