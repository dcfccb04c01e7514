import type { Supervised } from './processes.ts';

/** What a process at rest has open at most: connections of two pools and of the relay, those to the broker, their timers. */
const OPEN_AT_MOST = 40;

/** Whoever went through a fault holds no more than before. */
export const waste = async (processes: readonly Supervised[]): Promise<string[]> => {
  const held = await Promise.all(processes.map(({ holds }) => holds()));
  return held.flatMap((open) => ((open ?? 0) > OPEN_AT_MOST ? [`held: ${String(open)} sockets and timers`] : []));
};
