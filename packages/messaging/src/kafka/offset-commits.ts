import type { EachBatchPayload } from 'kafkajs';

import type { Log } from '../log.ts';

/** How long a place may be known to us alone. What a crash repeats is dropped by inbox and versions. */
const BEHIND = 100;

type Commit = EachBatchPayload['commitOffsetsIfNecessary'];
type Place = { readonly topic: string; readonly partition: number; readonly offset: string };

/**
 * Commits offsets behind the work: the next batch does not wait for the broker to have noted the last, and of a
 * partition's many small steps only the latest is told. One request at a time.
 */
export const createCommits = (log: Log) => {
  let places = new Map<string, Place>();
  let commit: Commit | null = null;
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<void> = Promise.resolve();

  const send = async () => {
    const now = [...places.values()];
    places = new Map();
    if (now.length === 0 || !commit) return;
    const topics = [...Map.groupBy(now, ({ topic }) => topic)].map(([topic, its]) => ({
      topic,
      partitions: its.map(({ partition, offset }) => ({ partition, offset })),
    }));
    try {
      await commit({ topics });
    } catch (error) {
      // The group is being shared out anew: who gets the partition repeats what we could not note.
      log.debug({ err: error }, 'Offsets were not committed');
    }
  };

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    last = last.then(send);
    return last;
  };

  return {
    /** Everything before this offset has had its effect. */
    note: (place: Place, by: Commit) => {
      commit = by;
      places.set(`${place.topic} ${String(place.partition)}`, place);
      timer ??= setTimeout(() => void flush(), BEHIND);
    },
    /** The partitions may be others' now: an old place told late would send them back. */
    forget: () => {
      places = new Map();
    },
    flush,
  };
};

export type Commits = ReturnType<typeof createCommits>;
