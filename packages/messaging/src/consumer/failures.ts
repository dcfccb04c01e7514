import { setTimeout as pause } from 'node:timers/promises';

/**
 * `waits`: the database is away or says "again"; it will pass. `limited`: it may pass, or the event may always be too
 * much. `poison`: it will be the same next time.
 */
export type Failure = 'waits' | 'limited' | 'poison';

/** SQLSTATE classes and codes: connection, resources, operator intervention; serialization and deadlock. */
const PASSING = /^(08...|53...|57P..|40001|40P01)$/;

/** Lock not available, statement cancelled: a busy hour, or a handler that takes too long. */
const PERHAPS_PASSING = /^(55P03|57014|25P03)$/;

const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/;

/** pg and TypeORM say these without a code. */
const LOST_CONNECTION =
  /connection (terminated|ended|error)|timeout exceeded when trying to connect|client (was closed|has encountered)|not queryable|query runner already released/i;

/** What to make of an error that a handler or the database threw. */
export const failureOf = (error: unknown): Failure => {
  const code = codeOf(error);
  if (PERHAPS_PASSING.test(code)) return 'limited';
  if (PASSING.test(code) || NETWORK.test(code)) return 'waits';
  return error instanceof Error && LOST_CONNECTION.test(error.message) ? 'waits' : 'poison';
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;
const LIMIT = 5;

/** Milliseconds before the attempt after the `failed`th. */
export const pauseAfter = (failed: number) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failed - 1));

/** Thrown when a batch is given up because the partition is no longer ours, or the consumer stops. */
export class GivenUp extends Error {}

/**
 * Tries until it succeeds or fails for good, waiting in place: later events of the partition must not overtake. Throws
 * the poison, or `GivenUp`.
 */
export const persist = async <Value>(
  attempt: () => Promise<Value>,
  signal: AbortSignal,
  onRetry: (cause: unknown) => void,
): Promise<Value> => {
  for (let failed = 1; ; failed += 1) {
    if (signal.aborted) throw new GivenUp('The batch was given up');
    try {
      return await attempt();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'poison' || (failure === 'limited' && failed >= LIMIT)) throw error;
      onRetry(error);
    }
    await pause(pauseAfter(failed), undefined, { signal }).catch(() => undefined);
  }
};

/** The handler took too long, or would never have ended. */
export class HandlerLate extends Error {}

/** Rejects when the work does not end in time. It cannot be stopped, but its transaction is rolled back. */
export const within = async <Value>(ms: number, work: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HandlerLate(`The handler did not end within ${String(ms)} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
