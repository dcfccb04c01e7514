import { randomBytes, randomUUID } from 'node:crypto';

import { type Contract, PUBLISHED_CONTRACTS, isState } from '@crm/contracts';
import { type KafkaRecord, kafkaEventBus, topicsOf } from '@crm/messaging';
import { aTenant, administrator } from '@crm/testing';
import { Client } from 'pg';

import { sevenServices } from './seven-services.builder.ts';
import { inFiles, inTables } from './traces.builder.ts';

/** The settings of production, in which a day is a second. */
const IN_A_HURRY = {
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': '0',
  'max.compaction.lag.ms': '500',
  'segment.ms': '200',
  'delete.retention.ms': '100',
  'file.delete.delay.ms': '100',
  'min.cleanable.dirty.ratio': '0.001',
};

/** A text that stands nowhere else in the world. */
export const aMark = (what: string) => `${what}q${randomBytes(5).toString('hex')}z`;

const PATIENCE = 100_000;

/** Asks until the answer is as expected; the deadline says what was not. */
export const eventually = async <Value>(
  what: string,
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> => {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`Not in time: ${what}; at last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

export type AskedErasure = {
  readonly id: string;
  readonly status: string;
  readonly confirmations: readonly { readonly service: string; readonly confirmedAt: string | null }[];
};

/** Seven services and a company in them, and the ways in which a person can be put into them and looked for. */
export const anErasureStage = async () => {
  const suite = await sevenServices();
  const tenant = aTenant();
  return {
    ...suite,
    ...askingIn(suite, tenant),
    ...lookingInto(suite, tenant),
    aForeignRow: aForeignRowIn(tenant),
    /** Days pass on the topics that hold rows, and what services had planned for later is due. */
    daysPass: async () => {
      // One cleaner goes through all of them: those without persons need not hurry.
      const ofPersons = ({ aggregate }: Contract) => ['contact', 'customer', 'service-request'].includes(aggregate);
      const states = topicsOf(PUBLISHED_CONTRACTS.filter((each) => isState(each) && ofPersons(each)));
      const bus = kafkaEventBus({ brokers: suite.brokers, clientId: 'time' });
      await bus.ensureTopics(states.map((plan) => ({ ...plan, config: IN_A_HURRY })));
      await bus.close();
      const isDue = `update timer set due_at = now(), next_try_at = now() where kind !~ 'ask-again'`;
      for (const name of ['customer', 'service']) await inDatabaseOf(suite.databaseOf(name).ownerUrl, tenant, isDue);
    },
  };
};

// Whatever was asked for: a spec says what it expects of it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Said = Readonly<Record<string, any>>;

type Suite = Awaited<ReturnType<typeof sevenServices>>;
type Tenant = ReturnType<typeof aTenant>;

const askingIn = (suite: Suite, tenant: Tenant) => {
  const admin = administrator(tenant);
  const ask = (service: string, query: string, variables: object): Promise<Said> =>
    suite.ask(service, admin, query, variables);
  /** A mutation that must not be refused. */
  const act = async (service: string, name: string, input: object, fields: string): Promise<Said> => {
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
    // A payload is an object.
    const payload = (await ask(service, query, { input }))[name] as Said;
    expect([name, payload['userErrors']]).toEqual([name, []]);
    return payload;
  };
  return {
    asked: ask,
    act,
    erase: (contactId: string) => act('customer', 'erasePersonalData', { contactId }, 'erasure { id }'),
    erasureOf: async (contact: string): Promise<AskedErasure> => {
      const query = `query ($id: ID!) { contact(id: $id) { erasure { id status
        confirmations { service confirmedAt recordCount archivedCount parkedCount } } } }`;
      // As asked for above.
      const { contact: seen } = (await ask('customer', query, { id: contact })) as {
        contact: { erasure: AskedErasure };
      };
      return seen.erasure;
    },
  };
};

const lookingInto = (suite: Suite, tenant: Tenant) => ({
  /** Where the texts stand in the databases of these services, or of all. */
  inDatabases: async (texts: readonly string[], names: readonly string[] = suite.names): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of names) {
      const here = await inTables(suite.databaseOf(name).ownerUrl, tenant, texts);
      found.push(...here.map((each) => `${name} ${each}`));
    }
    return found;
  },
  onDisk: (texts: readonly string[]) => inFiles(suite.dataDir, texts),
  sqlIn: <Row extends object>(name: string, sql: string, values: unknown[] = []) =>
    inDatabaseOf<Row>(suite.databaseOf(name).ownerUrl, tenant, sql, values),
});

/** SQL as a service’s owner, in the tenant. */
const inDatabaseOf = async <Row extends object>(url: string, tenant: string, sql: string, values: unknown[] = []) => {
  const database = new Client({ connectionString: url });
  await database.connect();
  try {
    await database.query(`select set_config('app.tenant', $1, false)`, [tenant]);
    return (await database.query<Row>(sql, values)).rows;
  } finally {
    await database.end();
  }
};

/** As a program of somebody else’s might send it. */
const aForeignRowIn =
  (tenant: Tenant) =>
  ({ topic, type }: Contract, key: string, value: string): KafkaRecord => ({
    topic,
    key,
    value,
    headers: {
      ce_id: randomUUID(),
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_tenantid: tenant,
      ce_aggregateversion: '1',
    },
  });
