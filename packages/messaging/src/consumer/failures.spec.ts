import { failureOf, GivenUp, HandlerLate, pauseAfter, persist, within } from './failures.ts';

const coded = (code: string) => Object.assign(new Error('It failed'), { code });

const never = new AbortController().signal;

describe('failures', () => {
  it.each([
    ['40001', 'waits'],
    ['40P01', 'waits'],
    ['57P01', 'waits'],
    ['08006', 'waits'],
    ['53300', 'waits'],
    ['ECONNREFUSED', 'waits'],
    ['55P03', 'limited'],
    ['57014', 'limited'],
    ['23505', 'poison'],
    ['22P02', 'poison'],
  ])('takes %s for one that %s', (code, failure) => {
    expect(failureOf(coded(code))).toBe(failure);
  });

  it('knows a lost connection by its words, and a bug by its having none of them', () => {
    expect(failureOf(new Error('Connection terminated unexpectedly'))).toBe('waits');
    expect(failureOf(new TypeError('x is not a function'))).toBe('poison');
    expect(failureOf('a string')).toBe('poison');
  });

  it('are waited out, ever longer, but not for ever when they may be the event’s own', async () => {
    expect([1, 2, 3, 10].map(pauseAfter)).toEqual([50, 100, 200, 5_000]);
    let tries = 0;
    const again = () => {
      tries += 1;
      return tries < 3 ? Promise.reject(coded('40001')) : Promise.resolve('done');
    };
    expect(await persist(again, never, () => undefined)).toBe('done');

    tries = 0;
    const locked = () => {
      tries += 1;
      return Promise.reject(coded('55P03'));
    };
    await expect(persist(locked, never, () => undefined)).rejects.toThrow('It failed');
    expect(tries).toBe(5);
  });

  it('end when the batch is given up', async () => {
    const stopped = AbortSignal.abort();
    await expect(
      persist(
        () => Promise.resolve(),
        stopped,
        () => undefined,
      ),
    ).rejects.toThrow(GivenUp);
  });

  it('include a handler that does not end', async () => {
    await expect(within(10, new Promise(() => undefined))).rejects.toThrow(HandlerLate);
    expect(await within(1_000, Promise.resolve('in time'))).toBe('in time');
  });
});
