import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Plan } from './parts.ts';
import type { Acknowledged } from './thing.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');

export type Supervised = {
  /** Which parts of a service it runs. */
  readonly parts: Plan['parts'];
  /** What its users were told, in all its lives. */
  readonly acknowledged: () => readonly Acknowledged[];
  /** All commands of its present life were tried. A life after the first has none. */
  readonly isDone: () => boolean;
  /** How often it ended by itself or was killed. */
  readonly deaths: () => number;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A process that is started again whenever it ends, as in production; a kill point is met in its first life only. */
export const supervise = async (plan: Plan): Promise<Supervised> => {
  const acknowledged: Acknowledged[] = [];
  const all = { deaths: 0, over: false, child: await launch(plan, acknowledged), starting: Promise.resolve() };
  const again = () => {
    if (all.over) return;
    all.deaths += 1;
    all.starting = launch({ ...plan, die: null, commands: 0 }, acknowledged).then((child) => {
      all.child = child;
      watch();
    });
  };
  const watch = () => {
    // Stopped while it was starting.
    if (all.over) all.child.stdin.end();
    if (hasEnded(all.child)) again();
    else all.child.once('exit', again);
  };
  watch();
  return {
    parts: plan.parts,
    acknowledged: () => acknowledged,
    isDone: () => done.has(all.child),
    deaths: () => all.deaths,
    kill: async () => {
      // One that is just starting again is killed, too; unless another fault has ended it already.
      await all.starting;
      if (hasEnded(all.child)) return;
      const gone = once(all.child, 'exit');
      all.child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      all.over = true;
      await all.starting;
      all.child.stdin.end();
      if (!hasEnded(all.child)) await once(all.child, 'exit');
    },
  };
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Processes that said so. */
const done = new WeakSet<ChildProcess>();

const launch = async (plan: Plan, acknowledged: Acknowledged[]) => {
  const child = spawn(process.execPath, ['--conditions=source', WORKER, JSON.stringify(plan)], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      else if (line === 'done') done.add(child);
      // A whole line was told; what `worker.ts` was writing when it was killed was not.
      else if (line.endsWith('}')) acknowledged.push(JSON.parse(line) as Acknowledged);
    });
  });
  // Ready, or dead before it was: both are known to the caller by what follows.
  await Promise.race([ready, once(child, 'exit')]);
  return child;
};
