import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keep, startKafka, startPostgres, trash } from '@crm/infra';

import type { OwnBroker, OwnPostgres, Provider } from './provider.ts';

/** The password of a server that lives for one test run and listens on the loopback address alone. */
const PASSWORD = 'test';

/** The programs of `infra`: no Docker needed, ready in a second. */
export const local: Provider = {
  postgres: async (folder) => {
    const options = { dataDir: join(folder, 'postgres'), password: PASSWORD, durability: 'throw-away' } as const;
    const { url, stop } = await startPostgres(options);
    return { address: url, stop };
  },
  broker: async (folder) => {
    const { brokers, stop } = await startKafka({ dataDir: join(folder, 'kafka') });
    return { address: brokers.join(','), stop };
  },
  ownPostgres: () => ownPostgres(),
  ownBroker: (disk) => ownBroker(disk),
};

const ownPostgres = async (): Promise<OwnPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-test-'));
  trash(folder);
  // Durable, as in production: what a crash may take away is what the spec asks.
  const options = { dataDir: join(folder, 'postgres'), password: PASSWORD } as const;
  let server = await startPostgres(options);
  const { port, url } = server;
  return {
    url,
    crash: async () => {
      // Postgres calls it an immediate shutdown.
      await signal(server.pid, 'SIGQUIT');
      await server.exited;
    },
    restart: async () => {
      server = await startPostgres({ ...options, port });
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};

const ownBroker = async (disk?: string): Promise<OwnBroker> => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-test-'));
  trash(folder);
  const dataDir = join(disk ?? folder, 'kafka');
  const log = join(folder, 'kafka.log');
  let broker = await startKafka({ dataDir, log });
  return {
    brokers: broker.brokers,
    kill: async () => {
      broker.kill();
      await broker.exited;
    },
    restart: async () => {
      await broker.stop();
      broker = await startKafka({ dataDir, log, ports: broker.ports });
    },
    exited: () => broker.exited.then(() => undefined),
    freeze: () => signal(broker.pid, 'SIGSTOP'),
    thaw: () => signal(broker.pid, 'SIGCONT'),
    stop: async () => {
      await signal(broker.pid, 'SIGCONT').catch(() => undefined);
      await broker.stop();
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};

const signal = async (pid: number, name: 'SIGSTOP' | 'SIGCONT' | 'SIGQUIT') => {
  await Promise.resolve(process.kill(pid, name));
};
