import type { Contract } from '@crm/contracts';
import { Client } from 'pg';

import { eventually } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';

const snake = (name: string) => name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const connected = async <Result>(service: string, work: (database: Client) => Promise<Result>): Promise<Result> => {
  const database = new Client({ connectionString: suiteUnderTest().services[service]?.database });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
};

/** Waits until the services have nothing left to publish. */
export const allIsPublished = async (services: readonly string[]) => {
  for (const service of services) {
    await connected(service, async (database) => {
      const waiting = 'select count(*)::int as rows from outbox_pending';
      const rows = async () => (await database.query<{ rows: number }>(waiting)).rows[0]?.rows;
      await eventually(rows, (count) => count === 0);
    });
  }
};

/** A tenant's rows in the service's own table, in the words of its state topic. */
export const sourceRows = (state: Contract, tenant: string) =>
  connected(state.owner, async (database) => {
    await database.query('begin');
    await database.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    const { rows } = await database.query<Record<string, unknown>>(`select * from ${snake(state.aggregate)}`);
    return new Map(rows.map((row) => [String(row['id']), asOnTheTopic(state, row)]));
  });

const asOnTheTopic = ({ data }: Contract, row: Readonly<Record<string, unknown>>) => ({
  ...Object.fromEntries(Object.keys(data.shape).map((field) => [field, valueOf(field, row)])),
  aggregateVersion: row['version'],
});

const valueOf = (field: string, row: Readonly<Record<string, unknown>>) => {
  if (field === 'isDeleted') return row['deleted_at'] !== null;
  const value = row[snake(field)];
  return value instanceof Date ? value.toISOString() : value;
};
