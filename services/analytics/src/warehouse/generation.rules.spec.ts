import { begun, finished, flipped, withStates } from './generation.rules.ts';

const now = new Date('2026-11-22T09:30:00Z');

it('fills the next generation while the current one is read, then reads it', () => {
  const building = begun(null, now);
  expect(building).toMatchObject({ current: 1, building: 2, phase: 'states', startedAt: now });
  const read = flipped(withStates(building));
  expect(read).toMatchObject({ current: 2, building: null, phase: 'cleaning' });
  expect(finished(read, now)).toMatchObject({ current: 2, phase: 'idle', finishedAt: now });
});

it('does not begin twice', () => {
  const building = begun(null, now);
  expect(begun(building, new Date(0))).toBe(building);
});
