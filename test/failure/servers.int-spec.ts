import { setTimeout as after } from 'node:timers/promises';

import { startBroker, type TestBroker } from '@crm/testing';

import { endSessionsOf } from './sessions.ts';
import { aStage, type Stage } from './stage.ts';

describe('after a server failed', () => {
  let broker: TestBroker;
  let stage: Stage;

  beforeAll(async () => {
    broker = await startBroker({ own: true });
  });

  afterAll(() => broker.stop());

  beforeEach(async () => {
    stage = await aStage(broker.brokers);
  });

  afterEach(() => stage.stop());

  const aBusyService = (seed: number) => stage.aProcess(['commands', 'relay', 'consumers'], { seed, commands: 300 });

  it('nothing is missing, doubled or out of order: every database session was ended, three times', async () => {
    const service = await aBusyService(11);
    for (let time = 1; time <= 3; time += 1) {
      await after(300);
      await endSessionsOf(stage.place.source);
      await endSessionsOf(stage.place.target);
    }

    expect(await stage.violations()).toEqual([]);
    // Who loses the lanes ends, so that nothing of his arrives after his successor's.
    expect(service.deaths()).toBeGreaterThan(0);
  });

  it('nothing is missing, doubled or out of order: the broker was killed and came back', async () => {
    await aBusyService(12);
    await after(300);
    await broker.kill();
    await after(1_000);
    await broker.restart();

    expect(await stage.violations()).toEqual([]);
  });

  it('nothing is missing, doubled or out of order: the broker stood still, and went on', async () => {
    await aBusyService(13);
    await after(300);
    await broker.freeze();
    await after(4_000);
    await broker.thaw();

    expect(await stage.violations()).toEqual([]);
  });
});
