import { setTimeout as after } from 'node:timers/promises';

import type { TestBroker } from '@crm/testing';

import type { Excused } from './look.ts';
import type { KillPoint } from './parts.ts';
import { eventually } from './patience.ts';
import { poison } from './poison.ts';
import type { Supervised } from './processes.ts';
import { endSessionsOf } from './sessions.ts';
import type { Stage } from './stage.ts';
import { readFromTheStart } from './topic.ts';

export type Scene = {
  readonly stage: Stage;
  readonly broker: TestBroker;
  readonly service: Supervised;
  readonly next: () => number;
};

export type Fault = (scene: Scene) => Promise<Excused>;

const diesAt =
  (point: KillPoint): Fault =>
  async ({ stage, next }) => {
    const nth = 1 + Math.floor(next() * 3);
    // Nobody else leads a lane or reads a partition: it has to come to its point.
    await stage.alone(async () => {
      const dying = await stage.aProcess(['relay', 'consumers'], { seed: 1, dies: point, nth });
      await eventually(`a process dies ${point}`, () => dying.metItsPoint() && dying.deaths() > 0);
    });
    return {};
  };

const joinAndLeave: Fault = async ({ stage }) => {
  for (let time = 1; time <= 3; time += 1) {
    const guest = await stage.aProcess(['consumers'], { seed: 1 });
    await after(1_000);
    await guest.stop();
  }
  return {};
};

const poisoned: Fault = async ({ stage: { place } }) => {
  const { strangers, parked } = await poison(place);
  return { strangers, parked: parked.length };
};

/** Each ends with everything back in place, and tells what of its doing is no violation. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'a service killed': async ({ service }) => {
    await service.kill();
    return {};
  },
  'a relay killed before it sends': diesAt('before-send'),
  'a relay killed after it has sent': diesAt('after-send'),
  'a consumer killed before its commit': diesAt('before-commit'),
  'a consumer killed after its commit': diesAt('after-commit'),
  'consumers that come and go': joinAndLeave,
  'poison of six kinds': poisoned,
  'all processes away, and the topics read from their start': async ({ stage }) => {
    await stage.alone(() => readFromTheStart(stage.place));
    return {};
  },
  'all sessions ended': async ({ stage }) => {
    await endSessionsOf(stage.place.source);
    await endSessionsOf(stage.place.target);
    return {};
  },
  'the broker killed': async ({ broker }) => {
    await broker.kill();
    await after(3_000);
    await broker.restart();
    return { cutShort: 1 };
  },
  'the broker standing still': async ({ broker }) => {
    await broker.freeze();
    await after(6_000);
    await broker.thaw();
    return { cutShort: 1 };
  },
};

export const both = (one: Excused, other: Excused): Excused => ({
  strangers: new Set([...(one.strangers ?? []), ...(other.strangers ?? [])]),
  parked: (one.parked ?? 0) + (other.parked ?? 0),
  cutShort: (one.cutShort ?? 0) + (other.cutShort ?? 0),
});
