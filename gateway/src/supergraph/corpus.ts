import { LRUCache } from 'lru-cache';

/** One operation as clients ask it. */
export type Asked = {
  readonly document: string;
  /** Which of the document's operations; null when it has one only. */
  readonly operationName: string | null;
};

/** Beyond so many, those that were not asked for the longest time are forgotten. */
const MOST = 1_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;
/** What nobody asked for so long is not in use any more. */
const WINDOW_MS = 15 * 60_000;

/**
 * What clients have been asking lately, and how often. Of each operation its document is kept, and nothing of its
 * variables. Bounded in number, size and time.
 * @param now milliseconds that only grow.
 */
export const createCorpus = (now: () => number = () => performance.now()) => {
  const seen = new LRUCache<string, Asked & { times: number }>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ document }) => document.length,
    ttl: WINDOW_MS,
    ttlResolution: 0,
    updateAgeOnGet: true,
    perf: { now },
  });
  return {
    /** `hash`: equal hashes are equal documents. */
    record: (hash: string, { document, operationName }: Asked) => {
      const key = `${hash} ${operationName ?? ''}`;
      const known = seen.get(key);
      if (known) known.times += 1;
      else seen.set(key, { document, operationName, times: 1 });
    },
    /** The most used first. */
    top: (most: number): readonly Asked[] => {
      seen.purgeStale();
      return [...seen.values()]
        .sort((one, other) => other.times - one.times)
        .slice(0, most)
        .map(({ document, operationName }) => ({ document, operationName }));
    },
  };
};

export type Corpus = ReturnType<typeof createCorpus>;
