import { createSingleFlight } from './single-flight.ts';

/** Work that ends when it is told to, and remembers whether it was cut short. */
const someWork = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const started: AbortSignal[] = [];
  const work = (signal: AbortSignal) => {
    started.push(signal);
    return promise;
  };
  return { work, started, resolve, reject };
};

describe('work that several wait for', () => {
  it('is done once for all who ask for the same meanwhile, and anew for who comes later', async () => {
    const { join } = createSingleFlight<string>();
    const { work, started, resolve } = someWork();
    const waiting = [join('a', undefined, work), join('a', undefined, work), join('b', undefined, work)];
    resolve('done');
    expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done']);
    expect(started).toHaveLength(2);
    await join('a', undefined, work);
    expect(started).toHaveLength(3);
  });

  it('goes on while one of them still waits, and is cut short when the last has left', async () => {
    const { join } = createSingleFlight<string>();
    const { work, started } = someWork();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = join('a', one.signal, work);
    const second = join('a', other.signal, work);
    one.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(started[0]?.aborted).toBe(false);
    other.abort(new Error('gone too'));
    await expect(second).rejects.toThrow('gone too');
    expect(started[0]?.aborted).toBe(true);
  });

  it('fails for all of them, and is tried anew by the next', async () => {
    const { join } = createSingleFlight<string>();
    const { work, started, reject } = someWork();
    const waiting = [join('a', undefined, work), join('a', new AbortController().signal, work)];
    reject(new Error('broken'));
    for (const each of waiting) await expect(each).rejects.toThrow('broken');
    await expect(join('a', undefined, work)).rejects.toThrow('broken');
    expect(started).toHaveLength(2);
  });

  it('is not joined by who comes after something has changed', async () => {
    const { join, forget } = createSingleFlight<string>();
    const { work, started, resolve } = someWork();
    const before = join('a', undefined, work);
    forget();
    const after = join('a', undefined, work);
    resolve('done');
    expect(await Promise.all([before, after])).toEqual(['done', 'done']);
    expect(started).toHaveLength(2);
  });
});
