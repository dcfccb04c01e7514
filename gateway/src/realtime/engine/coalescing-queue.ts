/**
 * What waits to be handled, at most one entry for each key. An entry that is put again moves to the end: so the order
 * of what is taken is the order of what was put last, and a reader who has taken something has missed nothing before it.
 */
export type CoalescingQueue<Value> = {
  /** False when it is full and the key is new: then nothing was put. */
  readonly put: (key: string, value: Value) => boolean;
  readonly get: (key: string) => Value | undefined;
  /** The oldest entry; undefined when there is none. */
  readonly take: () => Value | undefined;
  readonly size: () => number;
  /** Takes out what is not wanted any more. */
  readonly drop: (isUnwanted: (value: Value) => boolean) => void;
};

export const coalescingQueue = <Value>(limit: number): CoalescingQueue<Value> => {
  // Made when first needed: most subscribers wait for something most of the time.
  let entries: Map<string, Value> | null = null;
  return {
    put: (key, value) => {
      entries ??= new Map();
      if (!entries.delete(key) && entries.size >= limit) return false;
      entries.set(key, value);
      return true;
    },
    get: (key) => entries?.get(key),
    take: () => {
      const [first] = entries ?? [];
      if (!first) return undefined;
      entries?.delete(first[0]);
      if (entries?.size === 0) entries = null;
      return first[1];
    },
    size: () => entries?.size ?? 0,
    drop: (isUnwanted) => {
      for (const [key, value] of entries ?? []) if (isUnwanted(value)) entries?.delete(key);
    },
  };
};
