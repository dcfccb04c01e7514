/**
 * Does at most `atOnce` things at a time; who comes later waits in order. Rejects when `waiting` wait already, and when
 * the turn comes and nobody wants it any more: then nothing was done.
 */
export const createQueue = ({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) => {
  const queue: (() => void)[] = [];
  let running = 0;

  const turn = async () => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw new Error('too many wait already');
    // Whoever is done hands his turn on.
    await new Promise<void>((resolve) => queue.push(resolve));
  };
  const done = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  return async <Value>(isWanted: () => boolean, work: () => Promise<Value>): Promise<Value> => {
    await turn();
    try {
      if (!isWanted()) throw new Error('waited for too long');
      return await work();
    } finally {
      done();
    }
  };
};
