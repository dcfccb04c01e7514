import { spawn } from 'node:child_process';

export type Tool = {
  readonly command: string;
  readonly args: readonly string[];
  readonly as?: { readonly uid: number; readonly gid: number } | null;
  readonly env?: NodeJS.ProcessEnv;
};

export type Outcome = { readonly code: number; readonly output: string };

/** The code a shell gives to a program that is not there. */
const NOT_FOUND = 127;

/** Runs a program to its end and gives what it said on both outputs. A missing program is code 127, not an error. */
export const run = ({ command, args, as = null, env }: Tool): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(env && { env }),
      ...as,
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', (error) => {
      resolve({ code: NOT_FOUND, output: error.message });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString() });
    });
  });

/** The last lines of what a program said: where the reason is. */
export const tail = (output: string, lines = 3): string =>
  output
    .trim()
    .split('\n')
    .slice(-lines)
    .map((each) => each.trim())
    .join(' | ');
