/** Where the tables made from events stand. See the README: which generation is read, how far the next one is. */
export type Generation = {
  readonly current: number;
  readonly building: number | null;
  readonly phase: 'idle' | 'states' | 'facts' | 'cleaning';
  /** The last row of the source that is in the new generation. */
  readonly position: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

const UNTOUCHED: Generation = {
  current: 1,
  building: null,
  phase: 'idle',
  position: '0',
  startedAt: null,
  finishedAt: null,
};

/** Begins the next generation beside the one that is read. One at a time: while one is under way, that is it. */
export const begun = (generation: Generation | null, now: Date): Generation => {
  const known = generation ?? UNTOUCHED;
  if (known.phase !== 'idle') return known;
  return {
    ...known,
    building: known.current + 1,
    phase: 'states',
    position: '0',
    startedAt: now,
    finishedAt: null,
  };
};

/** Every state is taken over: now the facts. */
export const withStates = (generation: Generation): Generation => ({ ...generation, phase: 'facts', position: '0' });

/** The new generation has everything: from now on it is the one that is read. */
export const flipped = (generation: Generation): Generation => ({
  ...generation,
  current: generation.building ?? generation.current,
  building: null,
  phase: 'cleaning',
  position: '0',
});

/** Nothing is left of the old generation. */
export const finished = (generation: Generation, now: Date): Generation => ({
  ...generation,
  phase: 'idle',
  finishedAt: now,
});
