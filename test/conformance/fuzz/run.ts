import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { STANDARD_DOOR } from '@crm/gateway';
import { buildSchema } from 'graphql';

import { aCompany, tokenOf } from '../../support/client.ts';
import { aProductionGateway } from '../production.builder.ts';
import { chanceOf } from './chance.ts';
import { type FuzzedRequest, requestOf } from './requests.ts';

export type Fuzzed = {
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests whose answer must not be, with the answer. */
  readonly faults: readonly string[];
  /** Megabytes of heap after the first quarter and at the end, both after a collection. */
  readonly heap: readonly [number, number];
};

const AT_ONCE = 16;
const INSIDES =
  /node_modules|stacktrace|at .+\.ts:\d|select .+ from |relation "|ECONNREFUSED|127\.0\.0\.1:\d|serviceName|_Any\b|RangeError|TypeError|Cannot read prop/;
const OFF = { identityPerSecond: Infinity, addressPerSecond: Infinity };

/** Sends so many requests to a gateway in this process, the same ones for the same seed. Budgets are off, limits on. */
export const fuzz = async (requests: number, seed: number): Promise<Fuzzed> => {
  const chance = chanceOf(seed);
  const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../../../gateway/schema.graphql'), 'utf8'));
  const { person } = await aCompany();
  const token = await tokenOf(person, { expiresIn: '3h' });
  const limits = { ...STANDARD_DOOR.limits, ...OFF };
  const gateway = await aProductionGateway({ limits, introspection: true, documents: STANDARD_DOOR.documents });
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const heap: number[] = [];
  let sent = 0;

  const one = async (): Promise<void> => {
    for (; sent < requests;) {
      sent += 1;
      if (sent === Math.ceil(requests / 4)) heap.push(heapInUse());
      const request = requestOf(chance, schema, token);
      const { status, fault } = await answerTo(gateway.url, request);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (fault) faults.push(`${fault} — ${JSON.stringify(request).slice(0, 1_000)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  heap.push(heapInUse());
  await gateway.stop();
  return { statuses, faults, heap: [heap[0] ?? 0, heap[1] ?? 0] };
};

const answerTo = async (url: string, { path: target, ...init }: FuzzedRequest) => {
  try {
    const reply = await fetch(url + target, { ...init, signal: AbortSignal.timeout(40_000) });
    const text = await reply.text();
    const leak = INSIDES.exec(text);
    const isFault = reply.status >= 500 || leak !== null || text.includes('INTERNAL_SERVER_ERROR');
    const where = leak === null ? 0 : Math.max(0, leak.index - 100);
    const fault = `${String(reply.status)} …${text.slice(where, where + 500)}`;
    return { status: String(reply.status), fault: isFault ? fault : null };
  } catch (error) {
    return {
      status: 'none',
      fault: error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error),
    };
  }
};

const heapInUse = () => {
  setFlagsFromString('--expose-gc');
  // What the flag has just put there.
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
};
