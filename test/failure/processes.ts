import { once } from 'node:events';

import { type Life, live } from './life.ts';
import type { Plan } from './parts.ts';
import type { Acknowledged } from './thing.ts';

export type Supervised = {
  /** Which parts of a service it runs. */
  readonly parts: Plan['parts'];
  /** What its users were told, in all its lives. */
  readonly acknowledged: () => readonly Acknowledged[];
  /** All commands of its present life were tried. A life after the first has none. */
  readonly isDone: () => boolean;
  /** How often it ended by itself or was killed. */
  readonly deaths: () => number;
  /** One of its lives has ended at the point at which it was to. */
  readonly metItsPoint: () => boolean;
  /** How many records each send of its relay had, life by life. */
  readonly sends: () => readonly (readonly number[])[];
  /** How many sockets and timers it has open; null while it is away. */
  readonly holds: () => Promise<number | null>;
  readonly kill: () => Promise<void>;
  /** Kills it, and it stays away until `wake`. */
  readonly rest: () => Promise<void>;
  readonly wake: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A process that is started again whenever it ends, as in production; a kill point is met in its first life only. */
export const supervise = async (plan: Plan): Promise<Supervised> => {
  const acknowledged: Acknowledged[] = [];
  const { all, again } = await keepAlive(plan, (what) => acknowledged.push(what));
  const kill = async () => {
    // One that is just starting again is killed, too; unless another fault has ended it already.
    await all.starting;
    if (!all.life.hasEnded()) await killed(all.life);
  };
  return {
    parts: plan.parts,
    acknowledged: () => acknowledged,
    isDone: () => all.life.isDone(),
    deaths: () => all.deaths,
    metItsPoint: () => all.lives.some((life) => life.metItsPoint()),
    sends: () => all.lives.map(({ sends }) => sends),
    holds: async () => (all.life.hasEnded() ? null : all.life.holds()),
    kill,
    rest: async () => {
      all.isResting = true;
      await kill();
    },
    wake: async () => {
      all.isResting = false;
      await again();
    },
    stop: async () => {
      all.isOver = true;
      await all.starting;
      await all.life.end();
    },
  };
};

/** One life after the other, until it is over. */
const keepAlive = async (plan: Plan, acknowledge: (what: Acknowledged) => void) => {
  const first = await live(plan, acknowledge);
  const all = { deaths: 0, isOver: false, isResting: false, lives: [first], life: first, starting: Promise.resolve() };
  const again = () => {
    all.starting = live({ ...plan, die: null, commands: 0 }, acknowledge).then((life) => {
      all.life = life;
      all.lives.push(life);
      watch(life);
    });
    return all.starting;
  };
  const ended = () => {
    if (all.isOver) return;
    all.deaths += 1;
    if (!all.isResting) void again();
  };
  const watch = ({ child, hasEnded }: Life) => {
    // Stopped while it was starting.
    if (all.isOver) child.stdin?.end();
    if (hasEnded()) ended();
    else child.once('exit', ended);
  };
  watch(first);
  return { all, again };
};

const killed = async ({ child }: Life) => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};
