/** A timer set by another process is noticed within this. */
const LONGEST_SLEEP = 1_000;
const SHORTEST_SLEEP = 5;

/** Milliseconds to sleep when the next timer falls due in `wait`; null: there is none. */
export const nextSleep = (wait: number | null) =>
  wait === null ? LONGEST_SLEEP : Math.min(LONGEST_SLEEP, Math.max(SHORTEST_SLEEP, Math.ceil(wait)));

const FIRST_RETRY = 500;
const LONGEST_RETRY = 600_000;
const ATTEMPTS = 8;

/** Milliseconds until the next attempt, after the `failed`th. */
export const retryAfter = (failed: number) => Math.min(LONGEST_RETRY, FIRST_RETRY * 3 ** (failed - 1));

/** Whether the `failed`th failure was the last: the timer is parked. */
export const runsOut = (failed: number) => failed >= ATTEMPTS;
