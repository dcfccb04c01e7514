import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Contract, contactStateV1, exampleValueOf, redactedOf } from '@crm/contracts';
import { startPostgres, trash } from '@crm/infra';
import { newId } from '@crm/kernel';
import { kafkaEventBus } from '@crm/messaging';
import { Client } from 'pg';

import { eventually, signedIn } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { suiteUnderTest } from '../support/config.ts';
import { startConnect, whyNoConnect } from './connect.builder.ts';
import { allIsPublished, sourceRows } from './source-rows.builder.ts';

const CONTACT = `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } userErrors { message } } }`;
const REDACTED = redactedOf(contactStateV1) ?? contactStateV1;

const TRIES = 5;

const reason = whyNoConnect();
const connected = reason === null ? it : it.skip;

describe(`Kafka Connect with a JDBC sink${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let tenant: Parameters<typeof sourceRows>[1];
  let folder: string;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let database: Client;
  let connect: Awaited<ReturnType<typeof startConnect>> | undefined;

  beforeAll(async () => {
    if (reason !== null) return;
    folder = await mkdtemp(path.join(tmpdir(), 'crm-connect-'));
    trash(folder);
    postgres = await startPostgres({
      dataDir: path.join(folder, 'postgres'),
      password: 'test',
      durability: 'throw-away',
    });
    database = new Client({ connectionString: postgres.url });
    await database.connect();
    const { setup } = await aSalesCompany();
    const admin = await signedIn(setup.person);
    tenant = setup.person.tenant;
    for (const name of ['Acme', '晨光']) {
      const { id: customerId } = await aCustomerOf(admin, { name });
      await admin.ask(CONTACT, { input: { customerId, name: `Buyer of ${name}`, buyingRole: 'DECISION_MAKER' } });
    }
    await allIsPublished(['customer']);
  });

  afterAll(async () => {
    if (reason !== null) return;
    await connect?.stop();
    await database.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The rows of our tenant in the table that the sink made, in the words of the topic. */
  const tableRows = async (table: string) => {
    const there = await database.query(`select to_regclass($1) is not null as made`, [`public.${table}`]);
    if (there.rows[0].made === false) return new Map<string, object>();
    const { rows } = await database.query<Record<string, unknown>>(`select * from ${table} where "tenantId" = $1`, [
      tenant,
    ]);
    return new Map(
      rows.map(({ row_key, eventId: _event, tenantId: _tenant, aggregateId: _id, occurredAt: _at, ...row }) => [
        String(row_key),
        { ...row, aggregateVersion: Number(row['aggregateVersion']) },
      ]),
    );
  };

  /** Connect takes its time to start; what it complains of is the reason when nothing comes. */
  const seenInTime = async <Value>(look: () => Promise<Value>, isThere: (value: Value) => boolean) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const seen = await eventually(look, isThere);
      if (isThere(seen)) return seen;
    }
    throw new Error(`The table did not follow the topic: ${connect?.complaints() ?? ''}`);
  };

  const likeTheSource = async (state: Contract, table: string) => {
    const source = await sourceRows(state, tenant);
    const rows = await seenInTime(
      () => tableRows(table),
      ({ size }) => size >= source.size,
    );
    return { source, rows };
  };

  connected('keeps a table like the service’s own, and one without personal data', async () => {
    connect = await startConnect(folder, [contactStateV1.topic, REDACTED.topic], postgres.url);

    const full = await likeTheSource(contactStateV1, 'customer_contact');
    expect(full.source.size).toBe(2);
    expect(full.rows).toEqual(full.source);

    const redacted = await likeTheSource(REDACTED, 'customer_contact_redacted');
    expect(redacted.rows).toEqual(redacted.source);
    expect(Object.keys([...redacted.rows.values()][0] ?? {})).not.toContain('name');
  });

  connected('takes a row out of its table when a tombstone says so', async () => {
    const bus = kafkaEventBus({ brokers: suiteUnderTest().brokers, clientId: 'spec' });
    const key = newId('Contact');
    const value = { ...exampleValueOf(REDACTED), tenantId: tenant, aggregateId: key, id: key };
    const isThere = async () => (await tableRows('customer_contact_redacted')).has(key);

    await bus.publish([{ topic: REDACTED.topic, key, value: JSON.stringify(value), headers: {} }]);
    await seenInTime(isThere, (there) => there);
    await bus.publish([{ topic: REDACTED.topic, key, value: null, headers: {} }]);
    await bus.close();
    expect(await seenInTime(isThere, (there) => !there)).toBe(false);
  });
});
