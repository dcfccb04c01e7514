import { mkdtemp, rm } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { trash } from '@crm/infra';

import { testConfig } from './config.ts';
import { local } from './provide-local.ts';
import type { Provided } from './provider.ts';

/** What a run of the integration specs shares: one database server, one broker, each started when first asked for. */
const folder = await mkdtemp(join(tmpdir(), 'crm-test-'));
trash(folder);
// The containers' client is large: loaded only where it is used.
const provider = testConfig().provider === 'containers' ? (await import('./provide-containers.ts')).containers : local;

const started = new Map<string, Promise<Provided>>();
const shared = (what: 'postgres' | 'broker'): Promise<Provided> => {
  const found = started.get(what) ?? provider[what](folder);
  started.set(what, found);
  return found;
};

const answer = async (response: ServerResponse, path: string) => {
  try {
    if (path !== '/postgres' && path !== '/broker') throw new Error(`The harness knows no ${path}.`);
    const { address } = await shared(path === '/postgres' ? 'postgres' : 'broker');
    response.end(address);
  } catch (error) {
    response.statusCode = 500;
    response.end(error instanceof Error ? error.message : String(error));
  }
};

const socket = join(folder, 'harness.sock');
const server = createServer((request, response) => void answer(response, request.url ?? ''));
server.listen(socket, () => process.stdout.write(`${socket}\n`));

const end = async () => {
  const stopping = [...started.values()].map(async (each) => (await each).stop());
  await Promise.allSettled(stopping);
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
// The end of the pipe is the end of the run, however it ended.
process.stdin.resume().on('end', () => void end());
