import fc from 'fast-check';

import { coalescingQueue } from './coalescing-queue.ts';

type Step = { readonly put: string } | { readonly take: true };

const steps = fc.array(
  fc.oneof(fc.record({ put: fc.constantFrom('a', 'b', 'c', 'd', 'e') }), fc.constant<Step>({ take: true })),
  { maxLength: 60 },
);

/** Runs steps and gives what was put, with its place in time, and what was taken. */
const run = (limit: number, all: readonly Step[]) => {
  const queue = coalescingQueue<{ key: string; at: number }>(limit);
  const put: { key: string; at: number }[] = [];
  const taken: { key: string; at: number }[] = [];
  const refused: string[] = [];
  for (const [at, step] of all.entries()) {
    if ('take' in step) taken.push(...[queue.take()].filter((each) => each !== undefined));
    else if (queue.put(step.put, { key: step.put, at })) put.push({ key: step.put, at });
    else refused.push(step.put);
  }
  const most = queue.size();
  for (let rest = queue.take(); rest; rest = queue.take()) taken.push(rest);
  return { put, taken, refused, most };
};

describe('what waits for a slow client', () => {
  it('comes in the order in which it was put last, so that a place never goes back', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const times = run(100, all).taken.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('always ends with the latest of each record', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { put, taken } = run(100, all);
        const latest = (some: typeof put) => new Map(some.map(({ key, at }) => [key, at]));
        expect(latest(taken)).toEqual(latest(put));
      }),
    );
  });

  it('is never more than allowed, and a record that waits already is always taken', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (all, limit) => {
        const queue = coalescingQueue<number>(limit);
        for (const step of all) {
          if ('take' in step) queue.take();
          else {
            const isWaiting = queue.get(step.put) !== undefined;
            const wasFull = queue.size() >= limit;
            expect(queue.put(step.put, 1)).toBe(isWaiting || !wasFull);
          }
          expect(queue.size()).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
