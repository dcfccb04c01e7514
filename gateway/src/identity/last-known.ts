import { LRUCache } from 'lru-cache';

import { atMost } from '../at-most.ts';

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

export type Size<Value> = {
  /** Keys of which something is known. */
  readonly most: number;
  /** Keys of which nothing is: anybody can invent them, so they take no room from the others. */
  readonly strangers: number;
  /** How many keys are asked for at once, half of them strangers at most; and how many of each kind may wait. */
  readonly atOnce: number;
  readonly waiting: number;
  /** Whether an answer says that there is something. */
  readonly isSomething: (value: Value) => boolean;
};

type Entry<Value> = {
  known: { readonly value: Value; readonly askedAt: number } | null;
  asking: Promise<Outcome> | null;
  failedAt: number;
};
type Outcome = 'answered' | 'failed' | 'not-asked';

/**
 * Remembers what somebody else knows, and goes on with the last answer while that somebody is away: when he was asked,
 * and gave none. Each key is asked for once at a time, and waits for its turn when too many are. Rejects (`Unknown`) when
 * there is nothing to go by.
 * @param now in milliseconds, never set back.
 */
export const lastKnown = <Value extends object>(
  ask: (key: string) => Promise<Value>,
  { freshMs, staleMs, lostMs, askMs }: Patience,
  size: Size<Value>,
  now: () => number = () => performance.now(),
) => {
  const memory = createMemory(size);
  const renew = renewer({ ask, askMs, now }, memory, turnsOf(size));

  const renewing = (key: string, entry: Entry<Value>): Promise<Outcome> => {
    if (!entry.asking && now() - entry.failedAt < askMs) return Promise.resolve('failed');
    entry.asking ??= renew(key, entry);
    return entry.asking;
  };
  const ageOf = ({ known }: Entry<Value>) => (known ? now() - known.askedAt : Infinity);

  return async (key: string): Promise<Value> => {
    const entry = memory.entryOf(key);
    const age = ageOf(entry);
    const renewed = age < freshMs ? null : renewing(key, entry);
    const outcome = age < staleMs ? null : await renewed;
    // Old knowledge stands in for a service that is away, not for a question that was never asked.
    if (!entry.known || outcome === 'not-asked' || ageOf(entry) >= lostMs) throw new Unknown();
    return entry.known.value;
  };
};

type Asking<Value> = {
  readonly ask: (key: string) => Promise<Value>;
  readonly askMs: number;
  readonly now: () => number;
};

/** Asks for one key, in its turn, within the time that anybody waits for it. */
const renewer =
  <Value extends object>(
    { ask, askMs, now }: Asking<Value>,
    memory: ReturnType<typeof createMemory<Value>>,
    turns: ReturnType<typeof turnsOf>,
  ) =>
  async (key: string, entry: Entry<Value>): Promise<Outcome> => {
    const askedAt = now();
    const left = () => askedAt + askMs - now();
    const question = { hasBegun: false };
    const begin = () => {
      const ms = left();
      if (ms <= 0) throw new Error('waited for too long');
      question.hasBegun = true;
      return withinTime(ask(key), ms);
    };
    const inTurn = memory.knows(key) ? turns.known : turns.strangers;
    try {
      const answer = inTurn(begin);
      entry.known = { value: await withinTime(answer, askMs), askedAt };
      memory.keep(key, entry);
      return 'answered';
    } catch {
      if (!question.hasBegun) return 'not-asked';
      entry.failedAt = now();
      return 'failed';
    } finally {
      entry.asking = null;
    }
  };

/** Whoever invents keys fills the strangers' turns: what is known is renewed in time all the same. */
const turnsOf = ({ atOnce, waiting }: Pick<Size<never>, 'atOnce' | 'waiting'>) => {
  const half = Math.ceil(atOnce / 2);
  return { known: atMost(half, waiting), strangers: atMost(half, waiting) };
};

const createMemory = <Value extends object>({ most, strangers, isSomething }: Size<Value>) => {
  const known = new LRUCache<string, Entry<Value>>({ max: most });
  const strange = new LRUCache<string, Entry<Value>>({ max: strangers });
  return {
    knows: (key: string) => known.has(key),
    entryOf: (key: string): Entry<Value> => {
      const found = known.get(key) ?? strange.get(key);
      if (found) return found;
      const entry: Entry<Value> = { known: null, asking: null, failedAt: -Infinity };
      strange.set(key, entry);
      return entry;
    },
    /** To be called when there is a new answer. */
    keep: (key: string, entry: Entry<Value>) => {
      const isKnown = entry.known !== null && isSomething(entry.known.value);
      const [to, from] = isKnown ? [known, strange] : [strange, known];
      from.delete(key);
      to.set(key, entry);
    },
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
