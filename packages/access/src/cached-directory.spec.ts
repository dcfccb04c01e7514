import { cachedDirectory } from './cached-directory.ts';
import type { DirectoryRows } from './directory.ts';

const EMPTY: DirectoryRows = { departments: [], employees: [], roles: [] };

const aCache = ({ fail = () => false, maxTenants = 10 }: { fail?: () => boolean; maxTenants?: number } = {}) => {
  const loads: string[] = [];
  let time = 0;
  const directories = cachedDirectory({
    load: async (tenant) => {
      loads.push(tenant);
      await Promise.resolve();
      if (fail()) throw new Error('database away');
      return EMPTY;
    },
    ttlMs: 1_000,
    clock: { now: () => new Date(time) },
    maxTenants,
  });
  return { ...directories, loads, pass: (ms: number) => (time += ms) };
};

describe('the directories a service keeps', () => {
  it('are loaded once for questions that arrive together', async () => {
    const { of, loads } = aCache();

    const [one, other] = await Promise.all([of('acme'), of('acme')]);

    expect(one).toBe(other);
    expect(loads).toEqual(['acme']);
  });

  it('are loaded again when their time is over, and not before', async () => {
    const { of, loads, pass } = aCache();

    await of('acme');
    pass(999);
    await of('acme');
    expect(loads).toHaveLength(1);

    pass(1);
    await of('acme');
    expect(loads).toHaveLength(2);
  });

  it('are loaded again after a change, even while the old one was still being loaded', async () => {
    const { of, invalidate, loads } = aCache();

    const old = of('acme');
    invalidate('acme');
    const fresh = of('acme');

    expect(await fresh).not.toBe(await old);
    expect(await of('acme')).toBe(await fresh);
    expect(loads).toHaveLength(2);
  });

  it('give no answer when they cannot be loaded, and try again at the next question', async () => {
    let isAway = true;
    const { of, loads } = aCache({ fail: () => isAway });

    await expect(of('acme')).rejects.toThrow('database away');
    isAway = false;
    await expect(of('acme')).resolves.toBeDefined();
    expect(loads).toHaveLength(2);
  });

  it('are bounded: the tenant asked for longest ago gives way', async () => {
    const { of, loads } = aCache({ maxTenants: 2 });

    await of('a');
    await of('b');
    await of('a');
    await of('c');
    await of('a');
    await of('b');

    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });
});
