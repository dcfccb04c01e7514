import { setTimeout as after } from 'node:timers/promises';

import type { Exit } from '../local/child.ts';
import { messageOf } from '../local/trouble.ts';

/** A started program that answers. */
export type Running = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly stop: (graceMs?: number) => Promise<void>;
  readonly kill: () => void;
};

/** A part of the suite that is started again when it dies alone. */
export type Part = {
  readonly name: string;
  readonly pid: () => number | null;
  /** Starts it; resolves when it answers, rejects when it does not come up. */
  readonly start: () => Promise<void>;
  readonly stop: (graceMs: number) => Promise<void>;
  readonly kill: () => void;
  /** It is not started again any more, whatever becomes of it. */
  readonly retire: () => void;
};

export type PartOptions = {
  readonly name: string;
  readonly launch: () => Promise<Running>;
  /** Told when it ended and when it is back. */
  readonly tell: (what: string) => void;
  /** Its process is another now. */
  readonly onChange: () => void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Up for this long, it counts as healthy: the next time it dies, it comes back as quickly as the first. */
const HEALTHY_MS = 60_000;

/** How long to wait before the n-th attempt (counted from 0) to start a part again. */
export const pauseBefore = (attempt: number): number => Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);

const wordsFor = ({ code, signal }: Exit) => (signal === null ? `with code ${String(code)}` : `by ${signal}`);

type State = {
  running: Running | null;
  starting: Promise<Running> | null;
  /** Aborted when the part is to be down. */
  wanted: AbortController;
  failures: number;
};

/** Starts a part, and starts it again with growing pauses whenever it dies without being asked to. */
export const keepRunning = (options: PartOptions): Part => {
  const state: State = { running: null, starting: null, wanted: new AbortController(), failures: 0 };
  return {
    name: options.name,
    pid: () => state.running?.pid ?? null,
    start: async () => {
      state.wanted = new AbortController();
      state.failures = 0;
      await bringUp(state, options);
    },
    stop: async (graceMs) => {
      state.wanted.abort();
      await state.starting?.catch(() => undefined);
      const current = state.running;
      state.running = null;
      await current?.stop(graceMs);
    },
    retire: () => {
      state.wanted.abort();
    },
    kill: () => {
      state.wanted.abort();
      state.running?.kill();
    },
  };
};

const bringUp = async (state: State, options: PartOptions): Promise<Running> => {
  state.starting = options.launch();
  try {
    const running = await state.starting;
    state.running = running;
    watch(state, options, running);
    options.onChange();
    return running;
  } finally {
    state.starting = null;
  }
};

const watch = (state: State, options: PartOptions, running: Running) => {
  const since = Date.now();
  void running.exited.then((exit) => {
    if (state.running !== running) return;
    state.running = null;
    if (state.wanted.signal.aborted) return;
    if (Date.now() - since > HEALTHY_MS) state.failures = 0;
    options.tell(`${options.name} ended ${wordsFor(exit)}`);
    void bringBack(state, options, state.wanted.signal);
  });
};

const bringBack = async (state: State, options: PartOptions, signal: AbortSignal) => {
  for (;;) {
    const pause = pauseBefore(state.failures);
    state.failures += 1;
    options.tell(`${options.name} is started again in ${String(pause / 1_000)} s`);
    try {
      await after(pause, undefined, { signal });
      const { pid } = await bringUp(state, options);
      options.tell(`${options.name} is back (process ${String(pid)})`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      options.tell(messageOf(error));
    }
  }
};
