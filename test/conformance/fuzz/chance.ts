/** Chance that repeats itself: the same seed, the same run. */
export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly upTo: (below: number) => number;
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
  readonly isLikely: (probability: number) => boolean;
  readonly times: <Value>(most: number, make: () => Value) => readonly Value[];
};

/** Mulberry32 by Tommy Ettinger (public domain): small, fast, and good enough to vary requests. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    upTo,
    oneOf: (values) => {
      const value = values[upTo(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    isLikely: (probability) => next() < probability,
    times: (most, make) => Array.from({ length: upTo(most + 1) }, make),
  };
};
