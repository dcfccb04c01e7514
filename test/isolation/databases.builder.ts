import { analyticsService } from '@crm/analytics';
import { catalogPricingService } from '@crm/catalog-pricing';
import { contractOrderService } from '@crm/contract-order';
import { customerService } from '@crm/customer';
import { marketingService } from '@crm/marketing';
import { type Migration, migrate, openDatabase } from '@crm/persistence';
import { migrationsOf } from '@crm/runtime';
import { salesService } from '@crm/sales';
import { serviceService } from '@crm/service';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';
import type { EntitySchema } from 'typeorm';

type Definition = {
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
};

/** Every service that has a database: a new one is added here, and is held to the same. */
export const DEFINITIONS: readonly Definition[] = [
  analyticsService,
  catalogPricingService,
  contractOrderService,
  customerService,
  marketingService,
  salesService,
  serviceService,
];

/** A service's database as it is after all its migrations, with a connection of either role. */
export const startDatabaseOf = async ({ name, entities, migrations }: Definition) => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf({ migrations })) });
  const [app, owner] = [database.appUrl, database.ownerUrl].map((url) => new Client({ connectionString: url }));
  if (!app || !owner) throw new Error('two were made');
  await Promise.all([app.connect(), owner.connect()]);
  const dataSource = await openDatabase({ url: database.appUrl, entities, applicationName: `isolation of ${name}` });
  return {
    app,
    owner,
    dataSource,
    stop: async () => {
      await Promise.all([app.end(), owner.end(), dataSource.destroy()]);
      await database.stop();
    },
  };
};

/** Runs `work` with `tenant` set as a unit of work would, and keeps what it did. */
export const asTenant = async <Value>(client: Client, tenant: string, work: () => Promise<Value>): Promise<Value> => {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

export type Column = { readonly name: string; readonly type: string };

/** Tables of tenants, each with the columns that must be given. Partitions are written through their table. */
export const tenantTables = async (client: Client) => {
  const { rows } = await client.query<{ table: string; columns: readonly Column[] }>(
    `select c.relname as table,
            coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
                       filter (where a.attnotnull and a.attidentity = '' and a.attgenerated = '' and a.attname <> 'tenant_id'), '[]') as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.oid, c.relname having bool_or(a.attname = 'tenant_id') order by 1`,
  );
  return rows;
};

/** Lets any row be written, so that isolation alone decides: values mean nothing here. */
export const dropChecks = async (owner: Client) => {
  const { rows } = await owner.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
       from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f') and conparentid = 0 and coninhcount = 0`,
  );
  for (const { sql } of rows) await owner.query(sql);
};

/** Some value of each type that tables use. */
export const someValue = (type: string): string => {
  if (type.endsWith('[]')) return `'{}'`;
  const known: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: 'gen_random_uuid()::text',
    'timestamp with time zone': 'now()',
    date: 'current_date',
    boolean: 'true',
    jsonb: `'{}'`,
    bytea: `'\\x00'`,
    tsvector: `''`,
    'character varying': `'x'`,
    character: `'x'`,
  };
  return known[type] ?? '1';
};
