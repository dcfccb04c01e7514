/** Work that several may wait for at once. */
type Flight<T> = {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
};

type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs work once for all who ask for the same while it runs. It is cut short only when all of them have left: who
 * leaves gets a rejection with the signal's reason.
 */
export const createSingleFlight = <T>() => {
  const flights = new Map<string, Flight<T>>();
  const close = (key: string, flight: Flight<T>) => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  const start = (key: string, work: Work<T>): Flight<T> => {
    const controller = new AbortController();
    const flight = { result: work(controller.signal), controller, waiting: 0 };
    const landed = () => {
      close(key, flight);
    };
    flight.result.then(landed, landed);
    flights.set(key, flight);
    return flight;
  };
  const leave = (key: string, flight: Flight<T>) => {
    flight.waiting--;
    if (flight.waiting > 0) return;
    close(key, flight);
    flight.controller.abort();
  };

  return {
    join: async (key: string, signal: AbortSignal | undefined, work: Work<T>): Promise<T> => {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key, work);
      flight.waiting++;
      if (!signal) return await flight.result;
      return await untilLeft(flight.result, signal, () => {
        leave(key, flight);
      });
    },
    /** What starts from now on is not shared with what runs already: something has changed. */
    forget: () => {
      flights.clear();
    },
  };
};

export type SingleFlight<T> = ReturnType<typeof createSingleFlight<T>>;

const untilLeft = async <T>(result: Promise<T>, signal: AbortSignal, leave: () => void): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const left = () => {
    reject(signal.reason instanceof Error ? signal.reason : new Error('left'));
    leave();
  };
  signal.addEventListener('abort', left, { once: true });
  try {
    return await Promise.race([result, promise]);
  } finally {
    signal.removeEventListener('abort', left);
  }
};
