import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

import { jestCounts } from './jest-counts.ts';
import type { Outcome, Step } from './step.ts';

const running = new Set<ChildProcess>();

/** Runs one step to its end and sweeps whatever it left running. */
export const runStep = async (step: Step, more: readonly string[]): Promise<Outcome> => {
  const started = performance.now();
  const report = path.resolve(`.cache/check/${step.name}.json`);
  rmSync(report, { force: true });

  const { code, output } = await execute(step, step.counts === 'tests' ? [...jestReport(report), ...more] : []);
  const seconds = (performance.now() - started) / 1000;
  const counts = step.counts === 'tests' ? jestCounts(report, code === 0) : itself(code === 0);
  return { step, ...counts, seconds, output: counts.output ?? output };
};

const jestReport = (file: string) => ['--json', `--outputFile=${file}`];

const itself = (ok: boolean) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output: undefined });

const execute = ({ command, limitMinutes }: Step, more: readonly string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const [program, ...args] = command;
    const chunks: Buffer[] = [];
    // A group of its own: what the step starts can be ended with it.
    const child = spawn(program, [...args, ...more], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);

    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nNot done after ${String(limitMinutes)} minutes: stopped.\n`));
      sweep(child, 'SIGTERM');
      setTimeout(() => {
        sweep(child, 'SIGKILL');
      }, 5000).unref();
    }, limitMinutes * 60_000);

    const end = (code: number) => {
      clearTimeout(limit);
      running.delete(child);
      sweep(child, 'SIGKILL');
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      end(1);
    });
    child.on('close', (code) => {
      end(code ?? 1);
    });
  });

const sweep = ({ pid }: ChildProcess, signal: NodeJS.Signals) => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left: the usual case.
  }
};

/** Passes a wish to stop on to every step under way. */
export const stopAll = (signal: NodeJS.Signals) => {
  for (const child of running) sweep(child, signal);
};
