import { setTimeout as after } from 'node:timers/promises';

import { startBroker, type TestBroker } from '@crm/testing';

import { chance } from './commands.ts';
import { endSessionsOf } from './sessions.ts';
import { aStage, type Stage } from './stage.ts';
import type { Supervised } from './processes.ts';

type Scene = { readonly stage: Stage; readonly broker: TestBroker; readonly service: Supervised };

/** Each ends with everything back in place. */
const FAULTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a service killed': ({ service }) => service.kill(),
  'all sessions ended': async ({ stage }) => {
    await endSessionsOf(stage.place.source);
    await endSessionsOf(stage.place.target);
  },
  'the broker killed': async ({ broker }) => {
    await broker.kill();
    await after(3_000);
    await broker.restart();
  },
  'the broker standing still': async ({ broker }) => {
    await broker.freeze();
    await after(6_000);
    await broker.thaw();
  },
};

const SEEDS = Array.from({ length: 30 }, (_, at) => at + 1);

describe('nothing is missing, doubled or out of order', () => {
  let broker: TestBroker;

  beforeAll(async () => {
    broker = await startBroker({ own: true });
  });

  afterAll(() => broker.stop());

  const play = async (seed: number, commands: number, faults: (scene: Scene, next: () => number) => Promise<void>) => {
    const stage = await aStage(broker.brokers);
    try {
      const service = await stage.aProcess(['commands', 'relay', 'consumers'], { seed, commands });
      await stage.aProcess(['relay', 'consumers'], { seed });
      const next = chance(seed);
      await after(next() * 1_500);
      await faults({ stage, broker, service }, next);
      return await stage.violations({ patienceMs: 120_000 });
    } finally {
      await stage.stop();
    }
  };

  it.each(SEEDS)('after two faults, one upon the other, of seed %i', async (seed) => {
    const violations = await play(seed, 300, async (scene, next) => {
      const names = Object.keys(FAULTS);
      for (let nth = 0; nth < 2; nth += 1) {
        const fault = FAULTS[names[Math.floor(next() * names.length)] ?? ''];
        await fault?.(scene);
        await after(next() * 2_000);
      }
    });
    expect(violations).toEqual([]);
  });

  it('after the broker was away for longer than a client tries', async () => {
    const violations = await play(41, 300, async () => {
      await broker.kill();
      await after(60_000);
      await broker.restart();
    });
    expect(violations).toEqual([]);
  });

  it('after the broker stood still for longer than a request or a member may take', async () => {
    const violations = await play(42, 300, async () => {
      await broker.freeze();
      await after(45_000);
      await broker.thaw();
    });
    expect(violations).toEqual([]);
  });
});
