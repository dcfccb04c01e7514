import type { Command } from './thing.ts';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const TENANTS = ['0a000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-000000000002'];

/** The things of one scenario; every other one belongs to the second tenant. */
const THINGS = 12;

const thingAt = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;

/**
 * What users ask for: many changes of few things, now and then the removal of one, which a later change brings back.
 * One in twenty fails at its end.
 */
export const commandsOf = (seed: number, count: number, things = THINGS): Command[] => {
  const next = chance(seed);
  return Array.from({ length: count }, (_, nth) => {
    const at = Math.floor(next() * things);
    return {
      tenant: TENANTS[at % TENANTS.length] ?? '',
      thing: thingAt(at),
      note: `${String(seed)}-${String(nth)}`,
      removes: next() < 0.08,
      fails: next() < 0.05,
    };
  });
};
