/** True when objects and lists lie inside each other more than `limit` deep. Looks no deeper, and calls no deeper. */
export const isDeeperThan = (limit: number, value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const containers = level.filter((each): each is object => typeof each === 'object' && each !== null);
    if (containers.length === 0) return false;
    if (depth >= limit) return true;
    // Whatever a client sent.
    level = containers.flatMap((each) => Object.values(each) as readonly unknown[]);
  }
  return false;
};
