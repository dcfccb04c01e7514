import fc from 'fast-check';

import { type CircuitState, type Ending, type Pass, createCircuit } from './circuit.ts';

const SETTINGS = { failures: 3, windowMs: 1_000, openMs: 500 };

const set = (settings = SETTINGS) => {
  let at = 0;
  const told: CircuitState[] = [];
  const circuit = createCircuit(
    settings,
    () => at,
    (state) => told.push(state),
  );
  const ends = (...endings: readonly Ending[]) => {
    for (const ending of endings) circuit.enter()?.(ending);
  };
  const wait = (ms: number) => {
    at += ms;
  };
  return { circuit, told, ends, wait };
};

describe('the circuit of a subgraph', () => {
  it('opens after so many failures within the window, and asks nothing then', () => {
    const { circuit, ends } = set();
    ends('failed', 'failed');
    expect(circuit.state()).toBe('closed');
    ends('failed');
    expect([circuit.state(), circuit.enter()]).toEqual(['open', null]);
  });

  it('stays closed when the failures lie further apart', () => {
    const { circuit, ends, wait } = set();
    for (let n = 0; n < 20; n++) {
      ends('failed');
      wait(1_000);
    }
    expect(circuit.state()).toBe('closed');
  });

  it('sees a burst that lies across two windows', () => {
    const { circuit, ends, wait } = set();
    wait(990);
    ends('failed', 'failed');
    wait(20);
    ends('failed');
    expect(circuit.state()).toBe('open');
  });

  it('stays closed while most requests are answered, however many fail', () => {
    const { circuit, ends } = set();
    for (let n = 0; n < 100; n++) ends('answered', 'answered', 'failed');
    expect(circuit.state()).toBe('closed');
  });

  it('lets one request try after a while, and closes with its answer', () => {
    const { circuit, ends, wait, told } = set();
    ends('failed', 'failed', 'failed');
    wait(500);
    const attempt = circuit.enter();
    expect([circuit.state(), circuit.enter()]).toEqual(['half-open', null]);
    attempt?.('answered');
    expect(told).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again for as long when the try fails', () => {
    const { circuit, ends, wait } = set();
    ends('failed', 'failed', 'failed');
    wait(500);
    ends('failed');
    wait(499);
    expect(circuit.enter()).toBeNull();
    wait(1);
    expect(circuit.enter()).not.toBeNull();
  });

  it('lets the next request try when nobody waited for the end of the try', () => {
    const { circuit, ends, wait } = set();
    ends('failed', 'failed', 'failed');
    wait(500);
    ends('unknown');
    expect(circuit.state()).toBe('open');
    expect(circuit.enter()).not.toBeNull();
  });

  it('does not listen to requests that were under way when it opened', () => {
    const { circuit, ends } = set();
    const late = circuit.enter();
    ends('failed', 'failed', 'failed');
    late?.('answered');
    expect(circuit.state()).toBe('open');
  });
});

type Step =
  | { readonly does: 'enter' }
  | { readonly does: 'end'; readonly which: number; readonly how: Ending }
  | { readonly does: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('enter' as const) }),
    fc.record({
      does: fc.constant('end' as const),
      which: fc.nat(5),
      how: fc.constantFrom<Ending>('answered', 'failed', 'failed', 'unknown'),
    }),
    fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 700 }) }),
  ),
  { maxLength: 80 },
);
const settings = fc.record({
  failures: fc.integer({ min: 1, max: 4 }),
  windowMs: fc.integer({ min: 10, max: 1_000 }),
  openMs: fc.integer({ min: 10, max: 1_000 }),
});

/** Lives a story; gives each state with the moment it began, and whoever was let through in it. */
const live = (story: readonly Step[], given: typeof SETTINGS) => {
  let at = 0;
  const history: { readonly state: CircuitState; readonly at: number; entered: number }[] = [
    { state: 'closed', at: 0, entered: 0 },
  ];
  const circuit = createCircuit(
    given,
    () => at,
    (state) => history.push({ state, at, entered: 0 }),
  );
  const passes: Pass[] = [];
  for (const step of story) {
    if (step.does === 'wait') at += step.ms;
    else if (step.does === 'end') passes[step.which]?.(step.how);
    else {
      const pass = circuit.enter();
      if (pass) passes.unshift(pass);
      const now = history.at(-1);
      if (pass && now) now.entered += 1;
    }
  }
  return { history, circuit, wait: (ms: number) => (at += ms) };
};

describe('any story of a circuit', () => {
  it('lets nobody through while it is open, and a single one while it tries', () => {
    fc.assert(
      fc.property(steps, settings, (story, given) => {
        const { history } = live(story, given);
        for (const { state, entered } of history) {
          if (state === 'open') expect(entered).toBe(0);
          if (state === 'half-open') expect(entered).toBe(1);
        }
      }),
    );
  });

  it('goes from open to nothing but a try, and is open for its whole time after a failed one', () => {
    fc.assert(
      fc.property(steps, settings, (story, given) => {
        const { history } = live(story, given);
        for (const [n, { state }] of history.entries()) {
          const next = history[n + 1]?.state;
          if (state === 'open' && next) expect(next).toBe('half-open');
          if (state === 'closed' && next) expect(next).toBe('open');
        }
      }),
    );
  });

  it('never ends in a state that no answer can lead out of', () => {
    fc.assert(
      fc.property(steps, settings, (story, given) => {
        const { circuit, wait } = live(story, given);
        fc.pre(circuit.state() !== 'half-open');
        wait(given.openMs);
        circuit.enter()?.('answered');
        expect(circuit.state()).toBe('closed');
      }),
    );
  });
});
