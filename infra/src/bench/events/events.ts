import { table } from '../../start/table.ts';
import { measureCost } from './cost.ts';
import { measureDrain } from './drain.ts';
import { measureLatency } from './latency.ts';
import { startStand } from './stand.ts';

/** What was promised, on two cores. */
const GOALS = { ratio: 0.75, drained: 30_000, relayCpu: 0.3, extraMb: 60, p50: 10, p99: 50 } as const;
const RATES = [50, 500, 2_000] as const;
/** The rate for which times are promised. */
const PROMISED = 500;
const ROWS = 200_000;

type Line = readonly [what: string, goal: string, measured: string, met?: boolean];

const atMost = (what: string, limit: number, value: number, unit: string): Line => [
  what,
  `≤ ${String(limit)} ${unit}`,
  `${value.toFixed(2)} ${unit}`,
  value <= limit,
];

const atLeast = (what: string, limit: number, value: number, unit: string): Line => [
  what,
  `≥ ${String(limit)} ${unit}`,
  `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`,
  value >= limit,
];

const drainLines = ({ perSecond, cpu, extraMb }: Awaited<ReturnType<typeof measureDrain>>): Line[] => [
  atLeast(`relay drains ${String(ROWS)} rows`, GOALS.drained, perSecond, 'rows/s'),
  atMost('relay, per 10 000 rows', GOALS.relayCpu, cpu.relay, 'CPU-s'),
  ['Postgres, per 10 000 rows', '', `${cpu.postgres.toFixed(2)} CPU-s`],
  ['broker, per 10 000 rows', '', `${cpu.kafka.toFixed(2)} CPU-s`],
  atMost('a service with its relay, more than without', GOALS.extraMb, extraMb, 'MB'),
];

const costLines = ({ ratio, ...rates }: Awaited<ReturnType<typeof measureCost>>): Line[] => [
  ['business transactions without outbox', '', `${rates.without.toFixed(0)} /s`],
  ['business transactions with outbox', '', `${rates.with.toFixed(0)} /s`],
  atLeast('with outbox : without', GOALS.ratio, ratio, ''),
];

const latencyLines = (all: Awaited<ReturnType<typeof measureLatency>>): Line[] =>
  all.flatMap(({ rate, reached, p50, p95, p99, cpu }): Line[] => {
    const what = `commit → consumer at ${String(rate)} tx/s`;
    const detail: Line = [`${what}: reached ${reached.toFixed(0)} tx/s, p95`, '', `${p95.toFixed(1)} ms`];
    const spent = Object.entries(cpu).map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`);
    const cost: Line = [`${what}: CPU-s per 10 000 events`, '', spent.join(', ')];
    if (rate !== PROMISED)
      return [detail, [`${what}, p50`, '', `${p50.toFixed(1)} ms`], [`${what}, p99`, '', `${p99.toFixed(1)} ms`], cost];
    return [detail, atMost(`${what}, p50`, GOALS.p50, p50, 'ms'), atMost(`${what}, p99`, GOALS.p99, p99, 'ms'), cost];
  });

const verdict = (met?: boolean) => (met === undefined ? '' : met ? 'met' : 'MISSED');

/** `npm run bench -- events [drain|cost|latency]`: the goals and what was measured; false when one is missed. */
export const benchEvents = async (only?: string): Promise<boolean> => {
  const stand = await startStand();
  const wanted = (part: string) => only === undefined || only === part;
  const lines: Line[] = [];
  try {
    // First, while the topic is empty: a new reader starts with the oldest record.
    if (wanted('latency')) lines.push(...latencyLines(await measureLatency(stand, RATES)));
    if (wanted('cost')) lines.push(...costLines(await measureCost(stand)));
    if (wanted('drain')) lines.push(...drainLines(await measureDrain(stand, ROWS)));
  } finally {
    await stand.stop();
  }
  const rows = lines.map(([what, goal, measured, met]) => [what, goal, measured, verdict(met)]);
  process.stdout.write(`${table([['WHAT', 'GOAL', 'MEASURED', ''], ...rows])}\n`);
  return lines.every(([, , , met]) => met !== false);
};
