import { setTimeout as after } from 'node:timers/promises';

import { startBroker } from '@crm/testing';

import { aStage, type Stage } from './stage.ts';

describe('after a process was killed', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
  });

  afterEach(() => stage.stop());

  it('nothing is missing, doubled or out of order: a service in the middle of its commands', async () => {
    const service = await stage.aProcess(['commands', 'relay', 'consumers'], { seed: 1, commands: 400 });
    await after(150);
    await service.kill();

    expect(await stage.violations()).toEqual([]);
    expect(service.deaths()).toBe(1);
  });

  it.each([
    { point: 'before-send', says: 'a relay that has read rows and not sent them' },
    { point: 'after-send', says: 'a relay that has sent rows and not marked them' },
  ] as const)('nothing is missing or out of order: $says', async ({ point }) => {
    const played = stage.play(2, 150);
    const relay = await stage.aProcess(['relay'], { seed: 2, dies: point, nth: 1 });
    await stage.aProcess(['consumers'], { seed: 2 });
    await played;

    expect(await stage.violations()).toEqual([]);
    expect(relay.deaths()).toBe(1);
  });

  it.each([
    { point: 'before-commit', says: 'a consumer in the middle of an effect' },
    { point: 'after-commit', says: 'a consumer that has committed and not said how far it came' },
  ] as const)('each effect is there once: $says', async ({ point }) => {
    const played = stage.play(3, 150);
    await stage.aProcess(['relay'], { seed: 3 });
    const consumer = await stage.aProcess(['consumers'], { seed: 3, dies: point, nth: 1 });
    await played;

    expect(await stage.violations()).toEqual([]);
    expect(consumer.deaths()).toBe(1);
  });
});
