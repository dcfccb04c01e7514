import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

import { ROOT } from '../../local/paths.ts';
import { cpuOf, per10k } from './cpu.ts';
import { startWriter } from './drain.ts';
import { startPart } from './part.ts';
import type { Reader } from './reader/main.ts';
import type { Stand } from './stand.ts';

const MS = 10_000;
const WARM_UP = { rate: 200, ms: 4_000 };
/** Of what was sent, all must come; this long after the last. */
const PATIENCE = 30_000;

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** From the commit of a business transaction to the hands of a consumer, in milliseconds, at several rates. */
export const measureLatency = async (stand: Stand, rates: readonly number[]) => {
  const writer = startWriter(stand);
  const reader = startPart<Reader>(join(ROOT, 'infra/src/bench/events/reader/main.ts'), [stand.appUrl, stand.brokers]);
  try {
    await writer.ask('startRelay', null);
    let from = 1_000_000;
    const pids = { writer: writer.pid, consumer: reader.pid, ...stand.pids };
    const at = async (rate: number, ms: number) => {
      const before = await cpuOf(pids);
      const sent = await writer.ask('load', { from, rate, ms });
      from += rate * ms;
      const arrived = await arrivals(reader, sent.committed);
      const cpu = per10k(before, await cpuOf(pids), sent.committed.length);
      const waits = sent.committed.map(
        ([number, commit]) => (arrived.get(number) ?? Number.POSITIVE_INFINITY) - commit,
      );
      waits.sort((one, other) => one - other);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(waits, share));
      return { rate, reached: sent.perSecond, p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, cpu };
    };
    await at(WARM_UP.rate, WARM_UP.ms);
    const measured = [];
    for (const rate of rates) measured.push(await at(rate, MS));
    return measured;
  } finally {
    await Promise.all([writer.stop(), reader.stop()]);
  }
};

/** When each of these came; asks until all have. */
const arrivals = async (
  reader: Pick<ReturnType<typeof startPart<Reader>>, 'ask'>,
  committed: readonly (readonly [number: number, at: number])[],
) => {
  const arrived = new Map<number, number>();
  const until = Date.now() + PATIENCE;
  while (committed.some(([number]) => !arrived.has(number)) && Date.now() < until) {
    for (const [number, at] of await reader.ask('received', null)) {
      // A repeat does not count: the first time is when it was known.
      if (!arrived.has(number)) arrived.set(number, at);
    }
    await after(100);
  }
  return arrived;
};
