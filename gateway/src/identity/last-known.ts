import { LRUCache } from 'lru-cache';

/** How old an answer may be, in milliseconds since it was asked for, each longer than the one before. */
export type Patience = {
  /** Younger than this it is taken as it is. */
  readonly freshMs: number;
  /** Younger than this it is taken while a new one is asked for; older, the new one is waited for. */
  readonly staleMs: number;
  /** When there is no new one to be had, the last is good for so long. */
  readonly lostMs: number;
  /** How long an answer is waited for, and how long after a failure nobody asks again. */
  readonly askMs: number;
};

/** Nobody answers, and what was answered last is too old to go by. */
export class Unknown extends Error {}

type Entry<Value> = {
  known: { readonly value: Value; readonly askedAt: number } | null;
  asking: Promise<void> | null;
  failedAt: number;
};

/**
 * Remembers what somebody else knows, and goes on with the last answer while that somebody is away. Each key is asked
 * for once at a time, at most `atOnce` keys together; `most` keys are remembered. Rejects (`Unknown`) when there is
 * nothing to go by.
 */
export const lastKnown = <Value extends object>(
  ask: (key: string) => Promise<Value>,
  { freshMs, staleMs, lostMs, askMs }: Patience,
  { most, atOnce }: { readonly most: number; readonly atOnce: number },
) => {
  const entries = new LRUCache<string, Entry<Value>>({ max: most });
  let asked = 0;

  const renew = async (key: string, entry: Entry<Value>) => {
    const askedAt = performance.now();
    asked += 1;
    try {
      entry.known = { value: await withinTime(ask(key), askMs), askedAt };
    } catch {
      entry.failedAt = performance.now();
    } finally {
      asked -= 1;
      entry.asking = null;
    }
  };
  const renewing = (key: string, entry: Entry<Value>): Promise<void> => {
    if (!entry.asking && performance.now() - entry.failedAt < askMs) return Promise.resolve();
    if (!entry.asking && asked >= atOnce) return Promise.resolve();
    entry.asking ??= renew(key, entry);
    return entry.asking;
  };
  const ageOf = ({ known }: Entry<Value>) => (known ? performance.now() - known.askedAt : Infinity);

  return async (key: string): Promise<Value> => {
    const entry = entries.get(key) ?? { known: null, asking: null, failedAt: -Infinity };
    entries.set(key, entry);
    const age = ageOf(entry);
    const renewed = age < freshMs ? null : renewing(key, entry);
    if (age >= staleMs) await renewed;
    if (!entry.known || ageOf(entry) >= lostMs) throw new Unknown();
    return entry.known.value;
  };
};

const withinTime = async <Value>(answer: Promise<Value>, ms: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
