import { readFileSync } from 'node:fs';

import type { BaseContext } from '@apollo/server';
import { analyticsService } from '@crm/analytics';
import { catalogPricingService } from '@crm/catalog-pricing';
import { contractOrderService } from '@crm/contract-order';
import { customerService } from '@crm/customer';
import type { Identity } from '@crm/graphql';
import { type Id, newId } from '@crm/kernel';
import { marketingService } from '@crm/marketing';
import type { ServiceDefinition } from '@crm/runtime';
import { salesService } from '@crm/sales';
import { serviceService } from '@crm/service';
import { type TestService, aService, aTenant, administrator, somebody, statementsDuring } from '@crm/testing';
import { parse } from 'graphql';
import { Client } from 'pg';

import { asTenant, dropChecks, tenantTables } from '../isolation/databases.builder.ts';
import { ASKING, SEEDS, type Seed, insertOf } from './seeds.builder.ts';
import { entitiesOf, everythingOf, schemaOf } from './selection.builder.ts';

const MANY = 500;

/** Lets rows be copied that were one of a kind. */
const dropUniques = async (owner: Client) => {
  const { rows } = await owner.query<{ sql: string }>(
    `select coalesce((select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) from pg_constraint c where c.conindid = i.indexrelid),
                     format('drop index %s', i.indexrelid::regclass)) as sql
       from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary and t.relkind = 'r' and not t.relispartition`,
  );
  for (const { sql } of rows) await owner.query(sql);
};

/** As many rows as are asked for, each a copy of the one that is there under a key of its own. */
const copyRow = async (owner: Client, { table, key, columns }: Seed) => {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
    [table],
  );
  const numbered: Readonly<Record<string, string>> = {
    [key]: `"${key}" || n`,
    id: `(left(id::text, 24) || lpad(to_hex(n), 12, '0'))::uuid`,
  };
  const values = rows.map(({ name }) => numbered[name] ?? `"${name}"`);
  const { rows: copies } = await owner.query<{ key: string }>(
    `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')})
     select ${values.join(', ')} from ${table}, generate_series(1, ${String(MANY)}) n where ${key} = ${columns[key] ?? 'null'}
     returning "${key}"::text as key`,
  );
  return copies.map((each) => each.key);
};

type Seeds = Readonly<Record<string, readonly Seed[]>>;

/** Writes five hundred of each entity, as the owner; gives their keys. */
const fill = async (owner: Client, tenant: Id<'Tenant'>, seeds: Seeds) => {
  await dropChecks(owner);
  await dropUniques(owner);
  const tables = new Map((await tenantTables(owner)).map(({ table, columns }) => [table, columns]));
  const keys = new Map<string, readonly string[]>();
  await asTenant(owner, tenant, async () => {
    for (const seed of Object.values(seeds).flat()) await owner.query(insertOf(seed, tables.get(seed.table) ?? []));
    for (const [type, own] of Object.entries(seeds)) {
      const seed = own.at(-1);
      // What belongs to another service has no row here: any id will do.
      keys.set(type, seed ? await copyRow(owner, seed) : Array.from({ length: MANY }, () => newId('Customer')));
    }
  });
  return keys;
};

const aFilledService = async ({ name, start }: (typeof SERVICES)[number], tenant: Id<'Tenant'>) => {
  const service = await start();
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  try {
    return { service, keys: await fill(owner, tenant, SEEDS[name] ?? {}) };
  } finally {
    await owner.end();
  }
};

const served = <Context extends BaseContext>(definition: ServiceDefinition<Context>) => ({
  name: definition.name,
  published: parse(readFileSync(definition.schemaFile, 'utf8')),
  start: () => aService(definition),
});
const SERVICES = [
  served(analyticsService),
  served(catalogPricingService),
  served(contractOrderService),
  served(customerService),
  served(marketingService),
  served(salesService),
  served(serviceService),
];

/** An entity without a row in the seeds fails here: there would be nothing to count. */
describe.each(SERVICES)('the references that $name answers', (each) => {
  const { name, published } = each;
  const schema = schemaOf(published);
  const entities = entitiesOf(published);
  const seeds = SEEDS[name] ?? {};
  const tenant = aTenant();
  let service: TestService;
  let keys: Awaited<ReturnType<typeof fill>>;
  beforeAll(async () => {
    ({ service, keys } = await aFilledService(each, tenant));
  });
  afterAll(() => service.stop());

  const query = (type: string) =>
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} ${everythingOf(schema.getType(type))} } }`;
  const asking = async (who: Identity, type: string, many: number) => {
    const some = (keys.get(type) ?? []).slice(0, many);
    const key = seeds[type]?.at(-1)?.key ?? 'id';
    const representations = some.map((each) => ({ __typename: type, [key]: each }));
    const { data, errors } = await service.ask(who, query(type), { representations });
    // What was asked for.
    return { found: data._entities as readonly (object | null)[], errors };
  };

  /** What is asked about these: the company's directory is read again every two seconds, whatever is asked. */
  const statements = async (who: Identity, type: string, many: number) =>
    (await statementsDuring(() => asking(who, type, many))).filter((each) => each.includes('$1')).length;

  it.each(entities)(
    'cost as many statements for five hundred as for five, with all that each has: %s',
    async (type) => {
      const admin = { ...administrator(tenant), employee: ASKING };
      const { found, errors } = await asking(admin, type, MANY);

      expect(errors).toBeUndefined();
      expect(found.filter((entity) => entity !== null)).toHaveLength(MANY);
      expect(await statements(admin, type, MANY)).toBe(await statements(admin, type, 5));
    },
  );

  it.each(entities)('cost no more to somebody who may see nothing: %s', async (type) => {
    const nobody = somebody(tenant, []);

    expect(await statements(nobody, type, MANY)).toBe(await statements(nobody, type, 5));
    expect(await statements(nobody, type, MANY)).toBeLessThanOrEqual(await statements(administrator(tenant), type, 5));
  });
});
