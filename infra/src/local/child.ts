import { type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

import { guard, release } from './watchdog.ts';

export type Exit = { readonly code: number | null; readonly signal: string | null };

/** A process of ours: it never outlives us, and is always ended through `stop`. */
export type Child = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly hasExited: () => boolean;
  /** Asks it to end; after `graceMs` it is made to. Resolves when it is gone. */
  readonly stop: (graceMs?: number) => Promise<void>;
  readonly kill: () => void;
};

export type Launch = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly as?: { readonly uid: number; readonly gid: number } | null;
  /** Its output is appended to this file: nothing of it passes through us. */
  readonly log: string;
  /** The signal that asks it to end in good order. */
  readonly farewell: 'INT' | 'TERM';
};

const optionsOf = ({ env, cwd = '/', as = null }: Launch, output: number): SpawnOptions => ({
  env,
  cwd,
  // A session of its own: Ctrl-C reaches us alone, and we stop the parts in order.
  detached: true,
  stdio: ['ignore', output, output],
  ...as,
});

/** Starts a process. Rejects when the program cannot be started at all. */
export const launch = async (what: Launch): Promise<Child> => {
  const output = openSync(what.log, 'a', 0o640);
  const child = spawn(what.command, [...what.args], optionsOf(what, output));
  closeSync(output);
  const gone = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve).once('error', reject);
  });
  const pid = child.pid ?? 0;
  guard(pid, what.farewell);
  void gone.then(() => {
    release(pid);
  });
  return childOf(pid, gone, `SIG${what.farewell}`);
};

const childOf = (pid: number, exited: Promise<Exit>, farewell: 'SIGINT' | 'SIGTERM'): Child => {
  let over = false;
  void exited.then(() => {
    over = true;
  });
  const send = (signal: NodeJS.Signals) => {
    if (!over) trySignal(pid, signal);
  };
  return {
    pid,
    exited,
    hasExited: () => over,
    kill: () => {
      send('SIGKILL');
    },
    stop: async (graceMs = 5_000) => {
      send(farewell);
      const patience = new AbortController();
      const late = after(graceMs, 'late', { signal: patience.signal }).catch(() => 'done');
      if ((await Promise.race([exited, late])) === 'late') send('SIGKILL');
      patience.abort();
      await exited;
    },
  };
};

/** Sends a signal; false when there is no such process (any more). Signal 0 only asks. */
export const trySignal = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
};

/** Waits until `isDone`, asking every `everyMs`; false when `withinMs` have passed first. */
export const until = async (
  isDone: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 25 }: { readonly withinMs: number; readonly everyMs?: number },
): Promise<boolean> => {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await isDone()) return true;
    await after(everyMs);
  }
  return isDone();
};
