import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createMessagingSql, ensureTopics } from '@crm/messaging';
import { createOutboxSql, migrate } from '@crm/persistence';
import { Client } from 'pg';

import { ensureDatabase } from '../../local/databases.ts';
import { startKafka } from '../../local/kafka.ts';
import { startPostgres } from '../../local/postgres.ts';
import { keep, trash } from '../../local/watchdog.ts';
import { ORDER_PLACED } from './order.ts';

const PASSWORD = 'bench';

class CreateAll1 {
  readonly name = 'CreateAll1763700000000';
  async up(runner: { readonly query: (sql: string) => Promise<unknown> }) {
    await runner.query(`${createOutboxSql}${createMessagingSql}
      create table "order" (id uuid primary key, number integer not null, customer text not null, note text not null);
      create table order_view (id uuid primary key, version integer not null, note text not null);`);
  }
  down() {
    return Promise.reject(new Error('There is no way back'));
  }
}

export type Stand = Awaited<ReturnType<typeof startStand>>;

/** A broker and a durable Postgres of the bench's own, with one service's tables and its topic. */
export const startStand = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  trash(folder);
  const kafka = await startKafka({ dataDir: join(folder, 'kafka') });
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), password: PASSWORD });
  const { ownerUrl, appUrl } = await ensureDatabase(postgres.url, 'bench', PASSWORD);
  await migrate(ownerUrl, [CreateAll1]);
  await ensureTopics(kafka.brokers, [ORDER_PLACED]);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    appUrl,
    brokers: kafka.brokers.join(),
    pids: { kafka: kafka.pid, postgres: postgres.pid },
    asOwner: async <Row extends object>(sql: string, values: unknown[] = []) =>
      (await owner.query<Row>(sql, values)).rows,
    stop: async () => {
      await owner.end();
      await Promise.all([kafka.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};
