import { setTimeout as pause } from 'node:timers/promises';

import { table } from '../../start/table.ts';
import { usageOf } from '../measure.ts';
import { type Stand, startStand } from './stand.ts';
import { overEvents, overSockets } from './subscribers.ts';

const SUBSCRIBERS = 1_000;
const EVENTS = 20;
/** What was promised. */
const GOALS = { addedMb: 150, questions: 1 } as const;

type Measured = { readonly addedMb: number; readonly questions: number; readonly p50: number; readonly p95: number };

const WITHIN_MS = 20_000;

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (const deadline = Date.now() + WITHIN_MS; !(await holds());) {
    if (Date.now() > deadline) throw new Error('The subscribers were not told in time');
    await pause(5);
  }
};

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;

/** Memory of so many who wait, and how long an event takes to the last of them. */
const measure = async (stand: Stand, subscribe: typeof overEvents): Promise<Measured> => {
  let told = 0;
  const before = await usageOf(stand.pid);
  const crowd = await subscribe(stand.url, stand.customer, SUBSCRIBERS, () => (told += 1));
  await until(async () => (await stand.subscriptions()) === SUBSCRIBERS);
  // Idle: what was needed for coming in may be given back.
  await pause(5_000);
  const idle = await usageOf(stand.pid);
  const asked = stand.asked();
  const times: number[] = [];
  for (let event = 1; event <= EVENTS; event += 1) {
    const since = performance.now();
    await stand.change();
    await until(() => told >= event * SUBSCRIBERS);
    times.push(performance.now() - since);
  }
  crowd.leave();
  await until(async () => (await stand.subscriptions()) === 0);
  times.sort((a, b) => a - b);
  return {
    addedMb: idle.residentMb - before.residentMb,
    questions: (stand.asked() - asked) / EVENTS,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
  };
};

const verdict = (met: boolean) => (met ? 'met' : 'MISSED');

const linesOf = (how: string, { addedMb, questions, p50, p95 }: Measured) => [
  [
    `${String(SUBSCRIBERS)} idle subscribers over ${how}: memory added`,
    `≤ ${String(GOALS.addedMb)} MB`,
    `${addedMb.toFixed(0)} MB`,
    verdict(addedMb <= GOALS.addedMb),
  ],
  [
    `one event to all of them, over ${how}: questions to the service`,
    String(GOALS.questions),
    questions.toFixed(2),
    verdict(questions === GOALS.questions),
  ],
  [`one event until the last of them has it, over ${how}: p50, p95`, '', `${p50.toFixed(0)}, ${p95.toFixed(0)} ms`, ''],
];

/** Each in a gateway of its own: what one has given back stays with the process. */
const measureIn = async (how: string, subscribe: typeof overEvents) => {
  const stand = await startStand();
  try {
    // The first who come pay for what is loaded once.
    const first = await subscribe(stand.url, stand.customer, 20, () => undefined);
    await stand.change();
    await pause(1_000);
    first.leave();
    await pause(1_000);
    return linesOf(how, await measure(stand, subscribe));
  } finally {
    await stand.stop();
  }
};

/** `npm run bench -- realtime`: the goals and what was measured; false when one is missed. */
export const benchRealtime = async (): Promise<boolean> => {
  const lines = [
    ...(await measureIn('server-sent events', overEvents)),
    ...(await measureIn('WebSocket', overSockets)),
  ];
  process.stdout.write(`${table([['WHAT', 'GOAL', 'MEASURED', ''], ...lines])}\n`);
  return lines.every(([, , , met]) => met !== 'MISSED');
};
