/** Time is an input: rules receive it, they never read it. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests. `instant` is ISO 8601. */
export const clockAt = (instant: string): Clock => ({ now: () => new Date(instant) });

/** Exact days of 24 hours between two instants; negative when `to` is earlier. */
export const daysBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 86_400_000;
