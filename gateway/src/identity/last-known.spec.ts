import { setImmediate as breath } from 'node:timers/promises';

import { type Size, Unknown, lastKnown } from './last-known.ts';

const PATIENCE = { freshMs: 20, staleMs: 60, lostMs: 400, askMs: 30 };
const SIZE = { most: 10, strangers: 10, atOnce: 20, waiting: 10, isSomething: () => true };
/** Every answer is too old at once, and good for a minute when there is no other. */
const ALWAYS_ASKED = { freshMs: 0, staleMs: 0, lostMs: 60_000, askMs: 60_000 };

/** Far apart: only the clock of a spec comes near them. */
const FAR = { freshMs: 20_000, staleMs: 60_000, lostMs: 400_000, askMs: 5_000 };

/** Somebody who counts how often he is asked, and can be told to be away; and a clock that is moved by hand. */
const somebody = () => {
  const state = { asked: 0, isAway: false, now: 0 };
  const answers = lastKnown(
    async () => {
      state.asked += 1;
      const answer = state.asked;
      await breath();
      if (state.isAway) throw new Error('away');
      return { answer };
    },
    FAR,
    SIZE,
    () => state.now,
  );
  return { state, answers: async (key: string) => (await answers(key)).answer };
};

describe('what somebody else knows', () => {
  it('is asked for once, however many want to know', async () => {
    const { state, answers } = somebody();
    expect(await Promise.all([answers('a'), answers('a'), answers('a')])).toEqual([1, 1, 1]);
    expect([await answers('a'), state.asked]).toEqual([1, 1]);
  });

  it('is asked for again in time: first beside the old answer, then before going on', async () => {
    const { state, answers } = somebody();
    expect(await answers('a')).toBe(1);
    state.now += 30_000;
    expect(await answers('a')).toBe(1);
    // The answer that was asked for beside comes.
    for (let turn = 0; turn < 3; turn += 1) await breath();
    state.now += 100_000;
    expect(await answers('a')).toBe(3);
  });

  it('is what it was while nobody answers, for so long and no longer', async () => {
    const { state, answers } = somebody();
    await answers('a');
    state.isAway = true;
    state.now += 100_000;
    expect(await answers('a')).toBe(1);
    state.now += 400_000;
    await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
    state.isAway = false;
    state.now += 5_000;
    expect(await answers('a')).toBeGreaterThan(1);
  });

  it('is unknown when nobody ever answered, and not asked for at every turn', async () => {
    const { state, answers } = somebody();
    state.isAway = true;
    for (let turn = 0; turn < 5; turn++) await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
    expect(state.asked).toBe(1);
  });

  it('is not waited for without end', async () => {
    const answers = lastKnown(() => new Promise<object>(() => undefined), PATIENCE, SIZE);
    await expect(answers('a')).rejects.toBeInstanceOf(Unknown);
  });

  it('is asked for by so many at once: the others wait for their turn', async () => {
    const { asked, answers } = oneByOne({ atOnce: 4 });
    const told = ['a', 'b', 'c', 'd'].map((key) => answers(key));
    await breath();
    expect([...asked.keys()]).toEqual(['a', 'b']);
    for (const key of ['a', 'c', 'b', 'd']) {
      asked.get(key)?.resolve({ of: key });
      await breath();
    }
    expect(await Promise.all(told)).toEqual(['a', 'b', 'c', 'd'].map((of) => ({ of })));
  });

  it('is not waited for without end before anybody was asked, either', async () => {
    const answers = lastKnown(() => new Promise<object>(() => undefined), PATIENCE, { ...SIZE, atOnce: 2 });
    const told = await Promise.allSettled(['a', 'b', 'c'].map((key) => answers(key)));
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('is renewed however many strangers are asked about', async () => {
    const { asked, answers } = oneByOne({ atOnce: 2 });
    await known({ asked, answers }, 'good');
    const strangers = ['x', 'y', 'z'].map((key) => answers(key));
    const again = answers('good');
    await breath();
    expect([...asked.keys()]).toEqual(['good', 'x']);
    asked.get('good')?.resolve({ of: 'good', again: true });
    expect(await again).toEqual({ of: 'good', again: true });
    for (const key of ['x', 'y', 'z']) {
      asked.get(key)?.resolve({ of: key });
      await strangers.shift();
    }
  });

  it('is not what it was when nobody was asked, however busy everybody is', async () => {
    const { asked, answers } = oneByOne({ atOnce: 2, waiting: 0 });
    await known({ asked, answers }, 'a');
    await known({ asked, answers }, 'b');
    const busy = answers('a');
    await breath();
    await expect(answers('b')).rejects.toBeInstanceOf(Unknown);
    asked.get('a')?.resolve({ of: 'a' });
    await busy;
  });

  it('is kept however many others are asked about of whom nothing is known', async () => {
    const { asked, answers } = oneByOne({ most: 1, strangers: 2, isSomething: ({ of }) => of === 'good' });
    await known({ asked, answers }, 'good');
    for (const key of ['x', 'y', 'z']) await known({ asked, answers }, key);
    const lost = answers('good');
    await breath();
    asked.get('good')?.reject(new Error('away'));
    expect(await lost).toEqual({ of: 'good' });
  });
});

type Told = { readonly of: string; readonly again?: true };

/** Somebody who answers when he is told to: `asked` holds what he was asked last about each. */
const oneByOne = (size: Partial<Size<Told>>) => {
  const asked = new Map<string, PromiseWithResolvers<Told>>();
  const ask = (key: string) => {
    const answer = Promise.withResolvers<Told>();
    asked.set(key, answer);
    return answer.promise;
  };
  return { asked, answers: lastKnown(ask, ALWAYS_ASKED, { ...SIZE, ...size }) };
};

const known = async ({ asked, answers }: ReturnType<typeof oneByOne>, key: string) => {
  const told = answers(key);
  await breath();
  asked.get(key)?.resolve({ of: key });
  await told;
};
