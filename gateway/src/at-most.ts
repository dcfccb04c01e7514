/**
 * Lets at most so many run at once; the others wait their turn, in order. Rejects, and does nothing, when so many wait
 * already.
 */
export const atMost = (limit: number, mostWaiting = Infinity) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async () => {
    if (running < limit) running += 1;
    else if (waiting.length >= mostWaiting) throw new Error('too many wait already');
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await turn();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, not given back.
      if (next) next();
      else running -= 1;
    }
  };
};
