import { setTimeout as after } from 'node:timers/promises';

import { startBroker, type TestBroker } from '@crm/testing';

import { chance } from './commands.ts';
import { seedsWanted } from './config.ts';
import { both, type Fault, FAULTS, type Scene } from './faults.ts';
import type { Excused } from './look.ts';
import { aStage } from './stage.ts';

/** Two of all faults, by chance, the same for the same seed. */
const pairOf = (seed: number) => {
  const next = chance(seed);
  const names = Object.keys(FAULTS);
  const pick = () => names[Math.floor(next() * names.length)] ?? '';
  return { seed, first: pick(), second: pick() };
};

const nothing: Fault = () => Promise.resolve({});

describe('nothing is missing, doubled or out of order', () => {
  let broker: TestBroker;

  beforeAll(async () => {
    broker = await startBroker({ own: true });
  });

  afterAll(() => broker.stop());

  /** What is wrong after these faults, with the seed that plays them again. */
  const play = async (seed: number, faults: (scene: Scene) => Promise<Excused>) => {
    const stage = await aStage(broker.brokers);
    try {
      const service = await stage.aProcess(['commands', 'relay', 'consumers'], { seed, commands: 200 });
      await stage.aProcess(['relay', 'consumers'], { seed });
      const users = await stage.keepBusy(seed + 1_000);
      const next = chance(seed);
      await after(next() * 1_500);
      const excused = await faults({ stage, broker, service, next });
      await users.areServed();
      await users.stop();
      const violations = await stage.violations({ ...excused, patienceMs: 120_000 });
      return violations.map((violation) => `seed ${String(seed)}: ${violation}`);
    } finally {
      await stage.stop();
    }
  };

  it.each(seedsWanted().map(pairOf))(
    'seed $seed: after $first, and upon it $second',
    async ({ seed, first, second }) => {
      const violations = await play(seed, async (scene) => {
        const one = await (FAULTS[first] ?? nothing)(scene);
        await after(scene.next() * 2_000);
        return both(one, await (FAULTS[second] ?? nothing)(scene));
      });
      expect(violations).toEqual([]);
    },
  );

  it('after the broker was away for longer than a client tries', async () => {
    const violations = await play(41, async () => {
      await broker.kill();
      await after(60_000);
      await broker.restart();
      return { cutShort: 1 };
    });
    expect(violations).toEqual([]);
  });
});
