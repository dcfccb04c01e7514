import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { ASSERTION_HEADER, signAssertion } from '@crm/graphql';
import { newId, systemActor } from '@crm/kernel';
import { Pool } from 'undici';

import { table } from '../../start/table.ts';
import { startPart } from '../events/part.ts';
import { ANSWER, ENTITIES, REQUEST } from './products.ts';
import type { ServerQuestions } from './server/main.ts';

/** What was promised: our processor time as a part of the stock server's. */
const GOAL = 1 / 5;
const VARIANTS = {
  stock: '@apollo/server with @apollo/subgraph',
  ours: 'ours, each assertion verified',
  byHand: 'no GraphQL: parse, load, write',
  readyBytes: 'ready bytes',
} as const;
type Variant = keyof typeof VARIANTS;
// The keys of the constant above.
const NAMES = Object.keys(VARIANTS) as Variant[];

const CONNECTIONS = 4;
const WARM_UP = 400;
const REQUESTS = 200;
const ROUNDS = 5;

/** The server alone on the last core, the one who asks on the others: neither takes the other's caches. */
const pin = (pid: number, which: 'server' | 'client') => {
  const last = cpus().length - 1;
  if (last < 1) return;
  const cores = which === 'server' ? String(last) : `0-${String(last - 1)}`;
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' });
};

const program = join(import.meta.dirname, 'server/main.ts');

const startServer = async (variant: Variant, jwksFile: string, assertions: readonly string[]) => {
  const part = startPart<ServerQuestions>(program, [variant, jwksFile]);
  const { origin, pathname } = new URL(await part.ask('url', undefined));
  pin(part.pid, 'server');
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const post = async (nth: number) => {
    const headers = {
      'content-type': 'application/json',
      [ASSERTION_HEADER]: assertions[nth % assertions.length] ?? '',
    };
    const { body } = await pool.request({ path: pathname, method: 'POST', headers, body: REQUEST });
    const told = await body.text();
    if (told.trimEnd() !== ANSWER) throw new Error(`${variant} answers otherwise: ${told.slice(0, 300)}`);
  };
  const ask = async (requests: number) => {
    let next = 0;
    const one = async () => {
      while (next < requests) await post((next += 1));
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, one));
  };
  const measure = async () => {
    const before = await part.ask('cpuMs', undefined);
    await ask(REQUESTS);
    return ((await part.ask('cpuMs', undefined)) - before) / REQUESTS;
  };
  return {
    ask,
    measure,
    stop: async () => {
      await pool.destroy();
      await part.stop();
    },
  };
};

/** An assertion of its own for every request, as the gateway signs them. */
const someAssertions = async (folder: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwksFile = join(folder, 'jwks.json');
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'EdDSA' };
  await writeFile(jwksFile, JSON.stringify({ keys: [key] }));
  const tenant = newId('Tenant');
  const sign = () =>
    Array.from({ length: REQUESTS }, (_, nth) => {
      const who = systemActor(tenant, `request ${String(nth)}`);
      return signAssertion({ key: privateKey, kid: 'bench' }, who, 'products', REQUEST);
    });
  return { jwksFile, sign };
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds of processor time per request. In turn, so that noise falls on all; what they answer is compared. */
const measureAll = async (folder: string): Promise<Record<Variant, number>> => {
  const { jwksFile, sign } = await someAssertions(folder);
  pin(process.pid, 'client');
  const rounds: Record<Variant, number[]> = { stock: [], ours: [], byHand: [], readyBytes: [] };
  const assertions: string[] = sign();
  const servers = await Promise.all(
    NAMES.map(async (name) => ({ name, server: await startServer(name, jwksFile, assertions) })),
  );
  try {
    for (const { server } of servers) await server.ask(WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      // Assertions are good for a minute.
      assertions.splice(0, Infinity, ...sign());
      for (const { name, server } of servers) rounds[name].push(await server.measure());
    }
  } finally {
    await Promise.all(servers.map(({ server }) => server.stop()));
  }
  return {
    stock: median(rounds.stock),
    ours: median(rounds.ours),
    byHand: median(rounds.byHand),
    readyBytes: median(rounds.readyBytes),
  };
};

/** `npm run bench -- subgraph`: what `_entities` costs a subgraph over HTTP; false when the goal is missed. */
export const benchSubgraph = async (): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  try {
    const cost = await measureAll(folder);
    const met = cost.ours <= cost.stock * GOAL;
    const rows = NAMES.map((name) => [
      VARIANTS[name],
      `${cost[name].toFixed(2)} ms`,
      (cost[name] / cost.stock).toFixed(3),
      name !== 'ours' ? '' : met ? `≤ ${String(GOAL)}: met` : `≤ ${String(GOAL)}: MISSED`,
    ]);
    const title = `${String(ENTITIES)} ENTITIES × 9 FIELDS`;
    process.stdout.write(`${table([[title, 'CPU A REQUEST', 'OF STOCK', ''], ...rows])}\n`);
    return met;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
