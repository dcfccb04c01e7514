import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A running harness: the process that keeps the database and the broker of one test run. */
export type Harness = { readonly socket: string; readonly stop: () => Promise<void> };

const MAIN = join(import.meta.dirname, 'harness.ts');

/**
 * Starts the harness. It starts a database and a broker when first asked, and ends with us however we end: its
 * standard input is a pipe that only we hold. Imports nothing of ours, so that Jest's global setup can load it.
 */
export const startHarness = async (): Promise<Harness> => {
  const child = spawn(process.execPath, ['--conditions=source', MAIN], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C is for Jest: the harness learns of its end by the pipe, after the specs have let go.
    detached: true,
  });
  const socket = await firstLine(child);
  child.stdout.destroy();
  return {
    socket,
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error('The test harness ended before it listened.'));
    });
    child.stdout?.once('data', (line: Buffer) => {
      resolve(line.toString().trim());
    });
  });
