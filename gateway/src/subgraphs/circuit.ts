export type CircuitSettings = {
  /** Failures within the window that open it, when they are half of the window's requests or more. */
  readonly failures: number;
  readonly windowMs: number;
  /** How long it stays open before one request tries again. */
  readonly openMs: number;
};

export type CircuitState = 'closed' | 'open' | 'half-open';

/** How a request ended: `unknown` when nobody waited for its end. */
export type Ending = 'answered' | 'failed' | 'unknown';

/** Tells how the request that was let through ended; only the first word counts. */
export type Pass = (ending: Ending) => void;

/**
 * Keeps requests from a subgraph that fails again and again: it gets time to recover, and clients an error at once in
 * place of a long wait. Opened by failures within a window; then, after a while, one request tries: its answer closes
 * the circuit, its failure opens it anew. What was under way when it opened has no say any more.
 * @param now milliseconds that only grow.
 * @param onChange told of each new state.
 */
export const createCircuit = (
  { failures: most, windowMs, openMs }: CircuitSettings,
  now: () => number,
  onChange: (state: CircuitState) => void = () => undefined,
) => {
  const window = createWindow(windowMs, now);
  let state: CircuitState = 'closed';
  let [since, epoch] = [now(), 0];

  const turn = (next: CircuitState) => {
    if (next !== state) onChange(next);
    state = next;
    since = now();
    epoch += 1;
    window.clear();
  };
  const count = (hasFailed: boolean) => {
    const { requests, failures } = window.count(hasFailed);
    if (hasFailed && failures >= most && 2 * failures >= requests) turn('open');
  };
  const settle = (ending: Ending) => {
    if (state === 'closed') {
      if (ending !== 'unknown') count(ending === 'failed');
      return;
    }
    turn(ending === 'answered' ? 'closed' : 'open');
    // A try without an end proves nothing: the next request is the next try.
    if (ending === 'unknown') since = now() - openMs;
  };

  return {
    state: () => state,
    /** Null while it is open, and while another request is trying. */
    enter: (): Pass | null => {
      if (state === 'half-open' || (state === 'open' && now() - since < openMs)) return null;
      if (state === 'open') turn('half-open');
      let mine = epoch;
      return (ending) => {
        if (mine === epoch) settle(ending);
        mine = -1;
      };
    },
  };
};

type Counts = { requests: number; failures: number };

const none = (): Counts => ({ requests: 0, failures: 0 });

/** Counts in this window and the one before: so a burst that lies across two is seen. */
const createWindow = (ms: number, now: () => number) => {
  let since = now();
  let [before, current] = [none(), none()];
  const slide = () => {
    const passed = now() - since;
    if (passed < ms) return;
    before = passed < 2 * ms ? current : none();
    current = none();
    since = now();
  };
  return {
    clear: () => {
      since = now();
      [before, current] = [none(), none()];
    },
    count: (hasFailed: boolean): Counts => {
      slide();
      current.requests += 1;
      if (hasFailed) current.failures += 1;
      return { requests: before.requests + current.requests, failures: before.failures + current.failures };
    },
  };
};

export type Circuit = ReturnType<typeof createCircuit>;
