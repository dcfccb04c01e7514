import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

import { until } from '../local/child.ts';
import { ROOT } from '../local/paths.ts';
import { freePort } from '../local/ports.ts';
import { SUITE } from '../start/suite-file.ts';
import { table } from '../start/table.ts';
import { usageOf } from './measure.ts';

/** What was promised: on two cores, everything installed. */
const GOALS = { answerSeconds: 20, stopSeconds: 5, residentMb: 2_048, idlePercent: 10 } as const;
/** Idle is what comes after groups are joined and hot code is compiled. */
const SETTLE_SECONDS = 20;
const IDLE_SECONDS = 20;

type Measured = Record<keyof typeof GOALS, number>;

const answers = async (url: string, token: string) => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{ customers { totalCount { value } } }"}',
    });
    return (await answer.text()).includes('"value":0');
  } catch {
    return false;
  }
};

const suiteIn = async (data: string) => {
  const text = await readFile(join(data, 'suite.json'), 'utf8').catch(() => null);
  return text === null ? null : SUITE.parse(JSON.parse(text));
};

const firstAnswer = async (data: string) => {
  const since = Date.now();
  const answered = async () => {
    const suite = await suiteIn(data);
    const token = Object.values(suite?.tokens ?? {})[0]?.ADMIN ?? '';
    return suite !== null && answers(suite.gateway, token);
  };
  if (!(await until(answered, { withinMs: 180_000, everyMs: 100 }))) throw new Error('The suite gave no answer.');
  return (Date.now() - since) / 1_000;
};

/** Starts a suite of its own, twice over: the second start is what is promised. */
const measure = async (data: string): Promise<Measured> => {
  const port = String(await freePort());
  const args = [join(ROOT, 'infra/bootstrap.mjs'), 'start', '--data', data, '--port', port, '--no-demo', '--quiet'];
  const suite = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(suite, 'exit');
  const answerSeconds = await firstAnswer(data);
  const root = suite.pid ?? 0;
  await after(SETTLE_SECONDS * 1_000);
  const before = await usageOf(root);
  await after(IDLE_SECONDS * 1_000);
  const { residentMb, cpuSeconds } = await usageOf(root);
  const since = Date.now();
  suite.kill('SIGTERM');
  await ended;
  const idlePercent = ((cpuSeconds - before.cpuSeconds) / IDLE_SECONDS) * 100;
  return { answerSeconds, stopSeconds: (Date.now() - since) / 1_000, residentMb, idlePercent };
};

const ROWS: readonly (readonly [keyof Measured, string, string])[] = [
  ['answerSeconds', 'first answer', 's'],
  ['stopSeconds', 'stop', 's'],
  ['residentMb', 'resident, all of it', 'MB'],
  ['idlePercent', 'idle, of one core', '%'],
];

/** `npm run bench -- start`: the goals and what was measured; false when one is missed. */
export const benchStart = async (): Promise<boolean> => {
  const data = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  try {
    const first = await measure(data);
    const second = await measure(data);
    const rows = ROWS.map(([key, name, unit]) => [
      name,
      `≤ ${String(GOALS[key])} ${unit}`,
      `${second[key].toFixed(1)} ${unit}`,
      `${first[key].toFixed(1)} ${unit}`,
      second[key] <= GOALS[key] ? 'met' : 'MISSED',
    ]);
    process.stdout.write(`${table([['WHAT', 'GOAL', 'SECOND START', 'FIRST START', ''], ...rows])}\n`);
    return ROWS.every(([key]) => second[key] <= GOALS[key]);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};
