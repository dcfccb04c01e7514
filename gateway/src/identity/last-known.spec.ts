import { setTimeout as pause } from 'node:timers/promises';

import { Unknown, lastKnown } from './last-known.ts';

const PATIENCE = { freshMs: 20, staleMs: 60, lostMs: 400, askMs: 30 };
const SIZE = { most: 10, atOnce: 10 };

/** Somebody who counts how often he is asked, and can be told to be away. */
const somebody = (more: Partial<typeof PATIENCE> = {}, size = SIZE) => {
  const state = { asked: 0, isAway: false };
  const answers = lastKnown(
    async () => {
      state.asked += 1;
      const answer = state.asked;
      await pause(1);
      if (state.isAway) throw new Error('away');
      return { answer };
    },
    { ...PATIENCE, ...more },
    size,
  );
  return { state, answers: async (key: string) => (await answers(key)).answer };
};

describe('what somebody else knows', () => {
  it('is asked for once, however many want to know', async () => {
    const { state, answers } = somebody({ freshMs: 5_000, staleMs: 6_000 });
    expect(await Promise.all([answers('a'), answers('a'), answers('a')])).toEqual([1, 1, 1]);
    expect([await answers('a'), state.asked]).toEqual([1, 1]);
  });

  it('is asked for again in time: first beside the old answer, then before going on', async () => {
    const { answers } = somebody();
    expect(await answers('a')).toBe(1);
    await pause(30);
    expect(await answers('a')).toBe(1);
    await pause(100);
    expect(await answers('a')).toBe(3);
  });

  it('is what it was while nobody answers, for so long and no longer', async () => {
    const { state, answers } = somebody();
    await answers('a');
    state.isAway = true;
    await pause(100);
    expect(await answers('a')).toBe(1);
    await pause(400);
    await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
    state.isAway = false;
    await pause(50);
    expect(await answers('a')).toBeGreaterThan(1);
  });

  it('is unknown when nobody ever answered, and not asked for at every turn', async () => {
    const { state, answers } = somebody({ askMs: 5_000 });
    state.isAway = true;
    for (let turn = 0; turn < 5; turn++) await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
    expect(state.asked).toBe(1);
  });

  it('is not waited for without end', async () => {
    const answers = lastKnown(() => new Promise<object>(() => undefined), PATIENCE, SIZE);
    await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
  });

  it('is asked for by so many at once and no more', async () => {
    const { answers } = somebody({}, { most: 10, atOnce: 2 });
    const told = await Promise.allSettled(['a', 'b', 'c'].map((key) => answers(key)));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});
