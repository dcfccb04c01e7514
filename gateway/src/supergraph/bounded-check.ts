/**
 * Runs a check of others for whoever asks, never twice at once and not again within `everyMs` of its end: those who ask
 * get what it said last. Nobody waits longer than `waitMs`.
 */
export const boundedCheck = (
  check: () => Promise<void>,
  { everyMs, waitMs }: { readonly everyMs: number; readonly waitMs: number },
) => {
  let running: Promise<void> | null = null;
  let endedAt = -Infinity;

  const start = () => {
    const run = check().finally(() => {
      endedAt = performance.now();
    });
    // Who asks hears of it; when nobody does, it is no news.
    run.catch(() => undefined);
    return run;
  };
  return async (): Promise<void> => {
    const isOver = endedAt > -Infinity && performance.now() - endedAt >= everyMs;
    if (!running || isOver) {
      endedAt = -Infinity;
      running = start();
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, waitMs, new Error('not all services have answered yet'));
    });
    try {
      await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
