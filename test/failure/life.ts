import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Plan } from './parts.ts';
import type { Acknowledged } from './thing.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');

/** A process, from its start to its end, and what it has said of itself. */
export type Life = {
  readonly child: ChildProcess;
  /** All its commands were tried. */
  readonly isDone: () => boolean;
  readonly hasEnded: () => boolean;
  /** It came to the point at which it was to end. */
  readonly metItsPoint: () => boolean;
  /** How many records each of its relay's sends had. */
  readonly sends: readonly number[];
  /** How many sockets and timers it has open. */
  readonly holds: () => Promise<number>;
  /** Ended in good order. */
  readonly end: () => Promise<void>;
};

/** Starts one; resolves when it is ready, or dead before it was: both are known to the caller by what follows. */
export const live = async (plan: Plan, acknowledge: (what: Acknowledged) => void): Promise<Life> => {
  const child = spawn(process.execPath, ['--conditions=source', WORKER, JSON.stringify(plan)], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // Who asks one that has just died gets no answer.
  child.stdin.on('error', () => undefined);
  const said = new Set<string>();
  const sends: number[] = [];
  const counted: ((handles: number) => void)[] = [];
  const ready = Promise.withResolvers<null>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word = '', number] = line.split(' ');
    // A whole line was told; what `worker.ts` was writing when it was killed was not.
    if (line.endsWith('}')) acknowledge(JSON.parse(line) as Acknowledged);
    else if (word === 'sends') sends.push(Number(number));
    else if (word === 'holds') counted.shift()?.(Number(number));
    else said.add(word);
    if (word === 'ready') ready.resolve(null);
  });
  await Promise.race([ready.promise, once(child, 'exit')]);

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    sends,
    hasEnded,
    isDone: () => said.has('done'),
    metItsPoint: () => said.has('dies'),
    holds: () =>
      new Promise((resolve) => {
        counted.push(resolve);
        child.stdin.write('?');
      }),
    end: async () => {
      child.stdin.end();
      if (!hasEnded()) await once(child, 'exit');
    },
  };
};
