import { type Place, startParts } from './parts.ts';
import { eventually } from './patience.ts';
import type { Acknowledged } from './thing.ts';
import type { Notebook } from './told.ts';

/** Longer than any fault. */
const MANY = 10_000;
/** A busy hour of all services together, and not more than a check can read in a moment. */
const EVERY = 20;

/** Commands from this process, which no fault ends. */
export const usersOf = (place: Place, { noteCommands, tell }: Notebook) => {
  const start = (seed: number, commands: number, every: number, onAcknowledged: (what: Acknowledged) => void) => {
    noteCommands(seed, commands);
    const plan = { place, parts: ['commands'], seed, commands, every, die: null } as const;
    return startParts(plan, { onFatal: fail, onAcknowledged });
  };
  return {
    /** All of them, one after the other. */
    play: async (seed: number, commands: number) => {
      const user = await start(seed, commands, 0, tell);
      await user.finished;
      await user.stop();
    },
    /** One now and then, until stopped. */
    keepBusy: async (seed: number) => {
      let acknowledged = 0;
      const user = await start(seed, MANY, EVERY, (what) => {
        acknowledged += 1;
        tell(what);
      });
      /** Users are served: not before the fault only, but now. */
      const areServed = () => {
        const before = acknowledged;
        return eventually('a command succeeds', () => acknowledged > before);
      };
      return { stop: user.stop, areServed };
    },
  };
};

const fail = (cause: Error) => {
  throw cause;
};
