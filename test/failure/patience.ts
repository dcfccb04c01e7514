import { setTimeout as after } from 'node:timers/promises';

const LOOK_AGAIN = 25;

/** Waits until something holds; the error says what did not in time. */
export const eventually = async (what: string, holds: () => boolean | Promise<boolean>, ms = 45_000): Promise<void> => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not in time: ${what}`);
    await after(LOOK_AGAIN);
  }
};
