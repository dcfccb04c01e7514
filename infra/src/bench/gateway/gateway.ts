import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeSupergraph } from '@crm/gateway/compose';

import { freePort } from '../../local/ports.ts';
import { table } from '../../start/table.ts';
import { usageOf } from '../measure.ts';
import { createLoad } from './load.ts';
import { pin, startProgram } from './programs.ts';
import { LARGE, SHOP, SMALL } from './shop.ts';

/** What was promised; the first three as parts of what stock takes in the same run. */
const GOALS = { alone: 1 / 8, identical: 1 / 80, small: 1 / 4, calls: 7, residentMb: 200, spread: 3 } as const;
const ROUNDS = 3;
const LOAD = 0.7;
const STEADY_SECONDS = 8;

type Gateway = 'stock' | 'ours';
type Scene = { readonly folder: string; readonly subgraphs: string };
type Case = {
  readonly gateway: Gateway;
  readonly query: string;
  readonly isEachAlone: boolean;
  readonly requests: number;
  readonly isSharing?: boolean;
};
type Measured = {
  readonly cpuMs: number;
  readonly calls: number;
  readonly residentMb: number;
  readonly perSecond: number;
  readonly steady: readonly number[];
  readonly answer: string;
};

const program = (name: string) => join(import.meta.dirname, 'server', name, 'main.ts');
const GATEWAY = join(import.meta.dirname, '../../../../gateway/src/main.ts');

const startGateway = async ({ folder }: Scene, { gateway, isSharing = false }: Case) => {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const supergraph = join(folder, 'supergraph.graphql');
  const args =
    gateway === 'stock'
      ? [program('stock'), supergraph, port]
      : [GATEWAY, '--supergraph', supergraph, '--port', port, '--no-auth'];
  const settings = [`GATEWAY_SHARING=${isSharing ? 'all' : 'off'}`];
  return { origin, ...(await startProgram('gateway', args, origin, settings)) };
};

const peakMb = async (pid: number) => {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / 1_024;
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Starts a gateway, lets it get warm, asks it as fast as it can, and then as often as leaves it some air. */
const measure = async (scene: Scene, each: Case): Promise<Measured> => {
  const { origin, pid, stop } = await startGateway(scene, each);
  const body = JSON.stringify({ query: each.query });
  const { answer, ...load } = await createLoad({ origin, body, isEachAlone: each.isEachAlone });
  const callsSoFar = async () => Number(await (await fetch(scene.subgraphs)).text());
  try {
    // Until what runs often is compiled.
    await load.flood(each.requests * 2);
    const rounds: { cpuMs: number; calls: number; perSecond: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [before, calls, started] = [await usageOf(pid), await callsSoFar(), performance.now()];
      await load.flood(each.requests);
      const seconds = (performance.now() - started) / 1_000;
      const cpuMs = (((await usageOf(pid)).cpuSeconds - before.cpuSeconds) * 1_000) / each.requests;
      rounds.push({ cpuMs, calls: ((await callsSoFar()) - calls) / each.requests, perSecond: each.requests / seconds });
    }
    const perSecond = median(rounds.map((round) => round.perSecond));
    const steady = each.isEachAlone ? await load.steady(perSecond * LOAD, STEADY_SECONDS) : [];
    const [cpuMs, calls] = [median(rounds.map((round) => round.cpuMs)), median(rounds.map((round) => round.calls))];
    return { cpuMs, calls, perSecond, steady, residentMb: await peakMb(pid), answer };
  } finally {
    await load.stop();
    await stop();
  }
};

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;

/** `npm run bench -- gateway`: what a request costs the gateway, ours beside stock; false when a goal is missed. */
export const benchGateway = async (): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  const port = String(await freePort());
  const subgraphs = `http://127.0.0.1:${port}`;
  const composed = composeSupergraph(
    Object.entries(SHOP).map(([name, sdl]) => ({ name, sdl, url: `${subgraphs}/${name}` })),
  );
  if (!composed.ok) throw new Error(composed.refusal.join());
  await writeFile(join(folder, 'supergraph.graphql'), composed.value.supergraph);
  pin(process.pid, 'others');
  const shop = await startProgram('others', [program('subgraphs'), port], subgraphs);
  try {
    return await compare({ folder, subgraphs });
  } finally {
    await shop.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const CASES = {
  alone: { query: LARGE, isEachAlone: true, requests: { stock: 100, ours: 1_000 } },
  identical: { query: LARGE, isEachAlone: false, isSharing: true, requests: { stock: 100, ours: 3_000 } },
  small: { query: SMALL, isEachAlone: true, requests: { stock: 800, ours: 3_000 } },
} as const;
const SAYS = {
  alone: 'large query, each alone',
  identical: 'large query, identical in flight',
  small: 'two services, each alone',
} as const satisfies Record<keyof typeof CASES, string>;
// The keys of the constant above.
const NAMES = Object.keys(CASES) as (keyof typeof CASES)[];

const compare = async (scene: Scene) => {
  const rows: string[][] = [];
  const verdicts: boolean[] = [];
  for (const name of NAMES) {
    const of = CASES[name];
    const stock = await measure(scene, { ...of, gateway: 'stock', requests: of.requests.stock });
    const ours = await measure(scene, { ...of, gateway: 'ours', requests: of.requests.ours });
    if (stock.answer !== ours.answer) throw new Error(`${SAYS[name]}: the answers differ`);
    const part = ours.cpuMs / stock.cpuMs;
    verdicts.push(part <= GOALS[name], ours.residentMb <= GOALS.residentMb);
    if (name === 'alone')
      verdicts.push(ours.calls <= GOALS.calls, at(ours.steady, 0.99) <= GOALS.spread * at(ours.steady, 0.5));
    rows.push(
      row(SAYS[name], 'stock', stock, ''),
      row('', 'ours', ours, `1/${(1 / part).toFixed(1)} (goal 1/${String(1 / GOALS[name])})`),
    );
  }
  const titles = [
    'WHAT',
    'GATEWAY',
    'CPU MS/REQUEST',
    'CALLS/REQUEST',
    'REQUESTS/S',
    'PEAK MB',
    `P50, P99 MS AT ${String(LOAD * 100)} %`,
    'OF STOCK',
  ];
  process.stdout.write(`${table([titles, ...rows])}\n`);
  return verdicts.every(Boolean);
};

const row = (
  what: string,
  gateway: Gateway,
  { cpuMs, calls, perSecond, residentMb, steady }: Measured,
  part: string,
) => [
  what,
  gateway,
  cpuMs.toFixed(3),
  calls.toFixed(2),
  perSecond.toFixed(0),
  residentMb.toFixed(0),
  steady.length > 0 ? `${at(steady, 0.5).toFixed(1)}, ${at(steady, 0.99).toFixed(1)}` : '',
  part,
];
