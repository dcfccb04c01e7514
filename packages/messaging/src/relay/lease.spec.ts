import { createLease } from './lease.ts';

/** A clock that is moved, and beats that are counted and may fail. */
const aLease = () => {
  const state = { now: 1_000_000, beats: 0, isLost: false };
  const beat = () => {
    state.beats += 1;
    return state.isLost ? Promise.reject(new Error('The session is lost')) : Promise.resolve();
  };
  return { state, ...createLease(beat, () => state.now) };
};

const nothing = () => Promise.resolve();

describe('the lease of a leader', () => {
  it('is not there before it was taken, and lasts for one and a half seconds', async () => {
    const { state, holds, during } = aLease();
    expect(holds()).toBe(false);
    await during(nothing);
    expect(holds()).toBe(true);
    state.now += 1_499;
    expect(holds()).toBe(true);
    state.now += 1;
    expect(holds()).toBe(false);
  });

  it('begins when it was asked for, not when the answer came', async () => {
    const state = { now: 0 };
    const slow = () => {
      state.now += 1_400;
      return Promise.resolve();
    };
    const { holds, during } = createLease(slow, () => state.now);
    await during(nothing);
    state.now += 100;
    expect(holds()).toBe(false);
  });

  it('is renewed for what is sent, twice a second at most, and not while nothing is', async () => {
    const { state, during } = aLease();
    await during(nothing);
    await during(nothing);
    state.now += 499;
    await during(nothing);
    expect(state.beats).toBe(1);
    state.now += 1;
    await during(nothing);
    state.now += 60_000;
    expect(state.beats).toBe(2);
  });

  it('lets nothing be sent when it cannot be renewed', async () => {
    const { state, during, holds } = aLease();
    state.isLost = true;
    let isSent = false;
    const send = () => {
      isSent = true;
      return Promise.resolve();
    };
    await expect(during(send)).rejects.toThrow('The session is lost');
    expect([isSent, holds()]).toEqual([false, false]);
  });
});
