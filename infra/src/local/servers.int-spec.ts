import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { ensureDatabase } from './databases.ts';
import { startKafka } from './kafka.ts';
import { startPostgres } from './postgres.ts';

const query = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('servers of our own', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crm-servers-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('the database keeps what was committed when it is killed', async () => {
    const options = { dataDir: join(folder, 'postgres'), password: 'secret' };
    const first = await startPostgres(options);
    const { ownerUrl } = await ensureDatabase(first.url, 'sales', 'secret');
    await query(ownerUrl, `create table note as select 'kept' as body`);
    first.kill();
    await first.exited;

    const second = await startPostgres(options);
    const again = await ensureDatabase(second.url, 'sales', 'secret');
    await expect(query(again.ownerUrl, 'select body from note')).resolves.toEqual([{ body: 'kept' }]);
    await second.stop();
  });

  it('a database server that outlived its master makes way for the next', async () => {
    const options = { dataDir: join(folder, 'postgres'), password: 'secret' };
    const first = await startPostgres(options);
    const second = await startPostgres(options);

    await expect(first.exited).resolves.toMatchObject({ code: 0 });
    await second.stop();
  });

  it('damaged database files are told in one sentence with the remedy, and nothing is left running', async () => {
    const options = { dataDir: join(folder, 'postgres'), password: 'secret' };
    await (await startPostgres(options)).stop();
    await writeFile(join(folder, 'postgres/global/pg_control'), 'junk');

    await expect(startPostgres(options)).rejects.toThrow('npm run reset starts afresh');
  });

  it('the broker comes back at the same address after it was killed', async () => {
    const dataDir = join(folder, 'kafka');
    const first = await startKafka({ dataDir });
    first.kill();
    await first.exited;

    const second = await startKafka({ dataDir, ports: first.ports });
    expect(second.brokers).toEqual(first.brokers);
    await second.stop();
  });
});
