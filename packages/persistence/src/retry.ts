/** Postgres: serialization_failure and deadlock_detected. The whole transaction may simply be run again. */
const RETRIABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** Runs `attempt` again while the database says that a repeat will do; any other error, and the third in a row, is thrown. */
export const retryOnConflict = async <Value>(attempt: () => Promise<Value>): Promise<Value> => {
  for (let nth = 1; ; nth += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (nth === ATTEMPTS || !isRetriable(error)) throw error;
    }
  }
};

const isRetriable = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && RETRIABLE.has(error.code);
