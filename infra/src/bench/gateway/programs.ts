import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';

import { until } from '../../local/child.ts';
import { ROOT } from '../../local/paths.ts';

/** The door's limits are not what is measured. */
const OPEN_DOOR = [
  'LIMIT_COST',
  'LIMIT_IDENTITY_REQUESTS',
  'RATE_IDENTITY_PER_SECOND',
  'RATE_IDENTITY_BURST',
  'RATE_ADDRESS_PER_SECOND',
  'RATE_ADDRESS_BURST',
].map((name) => `${name}=off`);
const SETTINGS = ['NODE_ENV=production', 'APOLLO_TELEMETRY_DISABLED=1', 'LOG_LEVEL=error', ...OPEN_DOOR];
const MOST_START_MS = 60_000;

/** The gateway alone on the last core, everybody else on the others. */
export const pin = (pid: number, who: 'gateway' | 'others') => {
  const last = cpus().length - 1;
  if (last < 1) return;
  const cores = who === 'gateway' ? String(last) : `0-${String(last - 1)}`;
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' });
};

export type Program = { readonly pid: number; readonly stop: () => Promise<void> };

/** Starts a program on its core; resolves when its address answers. */
export const startProgram = async (
  who: 'gateway' | 'others',
  args: readonly string[],
  url: string,
  settings: readonly string[] = [],
): Promise<Program> => {
  // What is asked of the bench itself (`--cpu-prof`) is asked of the gateways.
  const profiled = who === 'gateway' ? process.execArgv.filter((each) => each.startsWith('--cpu-prof')) : [];
  const node = [process.execPath, '--conditions=source', ...profiled, ...args];
  const child = spawn('env', [...SETTINGS, ...settings, ...node], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pid = child.pid ?? 0;
  pin(pid, who);
  if (await until(() => isThere(url), { withinMs: MOST_START_MS, everyMs: 250 })) return { pid, stop: stopping(child) };
  child.kill('SIGKILL');
  throw new Error(`${args.join(' ')} does not answer`);
};

const isThere = async (url: string) => {
  try {
    return (await fetch(url)).status > 0;
  } catch {
    return false;
  }
};

const stopping = (child: ChildProcess) => async () => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};
