import { type Result, accept, refuse } from '@crm/kernel';
import { LRUCache } from 'lru-cache';

export type Rate = { readonly perSecond: number; readonly burst: number };

type Bucket = { points: number; at: number };

/** How many spenders are remembered. Who is forgotten has not spent for longest, and starts full. */
const REMEMBERED = 50_000;

/**
 * A budget for each spender: full at `burst` points, refilled at `perSecond`. Asking for more points than a full
 * budget holds is refused for good; the door's cost limit keeps it from happening. With either number Infinity there
 * is no budget and nothing is remembered.
 */
export const createBuckets = ({ perSecond, burst }: Rate, most: number = REMEMBERED) => {
  const isOff = !Number.isFinite(perSecond) || !Number.isFinite(burst);
  const buckets = new LRUCache<string, Bucket>({ max: most });

  const fill = (spender: string, now: number): Bucket => {
    const bucket = buckets.get(spender);
    if (!bucket) return { points: burst, at: now };
    // A clock that is set back refills nothing.
    const seconds = Math.max(0, now - bucket.at) / 1000;
    return { points: Math.min(burst, bucket.points + seconds * perSecond), at: now };
  };

  /** What is left, or the milliseconds until `cost` could be spent. Nothing is spent yet. */
  const ask = (spender: string, cost: number, now: number): Result<number, number> => {
    if (isOff) return accept(Infinity);
    const { points } = fill(spender, now);
    return points >= cost ? accept(points - cost) : refuse(((cost - points) / perSecond) * 1000);
  };
  /** Takes so much, if need be from what comes in later. */
  const spend = (spender: string, cost: number, now: number) => {
    if (isOff) return;
    const bucket = fill(spender, now);
    bucket.points -= cost;
    buckets.set(spender, bucket);
  };
  return { ask, spend, remembered: () => buckets.size };
};

export type Buckets = ReturnType<typeof createBuckets>;
