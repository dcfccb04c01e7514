import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { writePrivate } from '../issuer/keys.ts';
import { trySignal, until } from '../local/child.ts';

const PROCESSES = z.array(z.object({ pid: z.number().int(), startedAt: z.string() }));

/** When a process started, in the kernel's own count: with its number it is one of a kind. Null where unknown. */
const startOf = async (pid: number): Promise<string | null> => {
  const line = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => null);
  // The name (in brackets) may hold blanks; the start time is the 20th field after it.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
};

/** Notes what runs, so that a later start can end what a violent death left behind. */
export const noteProcesses = async (file: string, pids: readonly number[]): Promise<void> => {
  const noted = await Promise.all(pids.map(async (pid) => ({ pid, startedAt: await startOf(pid) })));
  await writePrivate(file, JSON.stringify(noted.filter(({ startedAt }) => startedAt !== null)));
};

/** Ends what a former run left behind: the very same processes, not others that got their numbers. */
export const endLeftOvers = async (file: string): Promise<number> => {
  const read = PROCESSES.safeParse(
    await readFile(file, 'utf8')
      .then((text): unknown => JSON.parse(text))
      .catch(() => []),
  );
  const noted = read.data ?? [];
  const alive: number[] = [];
  for (const { pid, startedAt } of noted) if ((await startOf(pid)) === startedAt) alive.push(pid);
  for (const pid of alive) trySignal(pid, 'SIGTERM');
  await until(() => alive.every((pid) => !trySignal(pid, 0)), { withinMs: alive.length > 0 ? 3_000 : 0 });
  for (const pid of alive) trySignal(pid, 'SIGKILL');
  return alive.length;
};
