/**
 * Runs a job whenever it is asked for, never twice at once, and again `retryMs` after it failed. What is asked for
 * while it runs is done after it.
 * @param onFailure told of each failure, and whether it differs from the one before.
 */
export const oneAtATime = (
  retryMs: number,
  job: () => Promise<void>,
  onFailure: (error: unknown, isNews: boolean) => void,
) => {
  let turn = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastFailure = '';

  const run = async () => {
    clearTimeout(retry);
    if (stopped) return;
    try {
      await job();
      lastFailure = '';
    } catch (error) {
      onFailure(error, String(error) !== lastFailure);
      lastFailure = String(error);
      retry = setTimeout(ask, retryMs).unref();
    }
  };
  const ask = () => {
    turn = turn.then(run);
  };
  const stop = async () => {
    stopped = true;
    await turn;
    clearTimeout(retry);
  };
  return { ask, stop };
};
