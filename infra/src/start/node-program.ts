import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Child, launch, until } from '../local/child.ts';
import { programEnv } from '../local/config.ts';
import { CACHE, ROOT } from '../local/paths.ts';
import { tail } from '../local/tool.ts';
import { Trouble } from '../local/trouble.ts';
import type { Running } from './keep-running.ts';

export type NodeProgram = {
  readonly name: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 when the program is ready. */
  readonly readyUrl: string;
  readonly log: string;
  readonly heapMb: number;
  /** Gives up the wait: the suite is to stop. */
  readonly signal: AbortSignal;
};

/** Environment of every Node program of the suite: sources run unbuilt, compiled code is kept between starts. */
const nodeEnv = (env: NodeProgram['env']) =>
  programEnv({ NODE_COMPILE_CACHE: join(CACHE, 'node'), APOLLO_TELEMETRY_DISABLED: '1', ...env });

/** Small heaps: eight of these share a machine with a database and a broker. */
export const nodeArguments = (main: string, heapMb: number): readonly string[] => [
  '--conditions=source',
  `--max-old-space-size=${String(heapMb)}`,
  '--max-semi-space-size=4',
  main,
];

const START_LIMIT_MS = 60_000;

/** Starts a Node program of ours; resolves when it is ready. Refuses (Trouble) with its own last words. */
export const startNode = async (program: NodeProgram): Promise<Running> => {
  const { name, main, env, log, heapMb, readyUrl, signal } = program;
  const child = await launch({
    command: process.execPath,
    args: nodeArguments(main, heapMb),
    env: nodeEnv(env),
    cwd: ROOT,
    log,
    farewell: 'TERM',
  });
  const over = () => child.hasExited() || signal.aborted;
  await until(async () => over() || (await isReady(readyUrl)), { withinMs: START_LIMIT_MS, everyMs: 40 });
  if (!over() && (await isReady(readyUrl))) return child;
  await end(child);
  if (signal.aborted) throw new Trouble('Stopped before everything had started.');
  throw new Trouble(`${name} did not start (${await lastWords(log)}): all it said is in ${log}.`);
};

const end = (child: Child) => child.stop(1_000);

const isReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
};

/** The last thing worth reading: a line of JSON is told by its message, a stack by its first line. */
const lastWords = async (log: string): Promise<string> => {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n');
  const told = lines.findLast((line) => /error/i.test(line) && !/^\s+at /.test(line)) ?? lines.at(-1) ?? '';
  const message = /"msg":"([^"]*)"/.exec(told)?.[1];
  const cause = /"message":"([^"]*)"/.exec(told)?.[1];
  return [message, cause].filter(Boolean).join(': ') || tail(told, 1) || 'it said nothing';
};
