import { randomUUID } from 'node:crypto';

import {
  PUBLISHED_CONTRACTS,
  type AggregateAt,
  contactCreatedV1,
  customerCreatedV1,
  customerStateV1,
  fact,
} from '@crm/contracts';
import { accept, newId, systemActor } from '@crm/kernel';
import { type Consumers, type Relay, kafkaEventBus, startConsumers, startRelay, topicsOf } from '@crm/messaging';
import { openDatabase } from '@crm/persistence';
import { aTenant, administrator, startBroker } from '@crm/testing';

import { subscriptions } from '../../subscriptions.ts';
import { type Warehouse, aWarehouse, eventually } from '../../warehouse.builder.ts';

const TABLES = ['timeline_entry', 'dim_customer', 'dim_record', 'dim_employee'] as const;

describe('events from the topics', () => {
  let warehouse: Warehouse;
  let bus: ReturnType<typeof kafkaEventBus>;
  let relay: Relay;
  let consumers: Consumers;
  const fatal: Error[] = [];
  const onFatal = (cause: Error) => fatal.push(cause);

  beforeAll(async () => {
    const [broker, database] = await Promise.all([startBroker(), aWarehouse()]);
    warehouse = database;
    bus = kafkaEventBus({ brokers: broker.brokers, clientId: 'spec' });
    await bus.ensureTopics(topicsOf(PUBLISHED_CONTRACTS));
    const { dataSource } = warehouse;
    relay = await startRelay({ databaseUrl: warehouse.database.appUrl, bus, service: 'customer', onFatal });
    consumers = await startConsumers({ bus, group: `spec-${randomUUID()}`, subscriptions, dataSource, onFatal });
  });

  afterAll(async () => {
    await consumers.stop();
    await relay.stop();
    await bus.close();
    await warehouse.stop();
    expect(fatal).toEqual([]);
  });

  it('are on the timeline soon, and again after everything was lost and the topics read from the start', async () => {
    const tenant = aTenant();
    const [customer, contact] = [newId('Customer'), newId('Contact')];
    // Announced as the customer service would, into an outbox whose relay publishes to the real topics.
    await warehouse.transact(systemActor(tenant, 'request'), async ({ claim, announce }) => {
      const at: AggregateAt = await claim('customer', customer);
      const state = { ...customerStateV1.example, id: customer };
      announce(fact(customerCreatedV1, at, new Date(), customerCreatedV1.example));
      announce(fact(customerStateV1, at, new Date(), state));
      const contactAt = await claim('contact', contact);
      announce(fact(contactCreatedV1, contactAt, new Date(), { customerId: customer, isPersonOfCustomer: false }));
      return accept(null);
    });
    relay.nudge();

    const titles = async () => {
      const [found] = await warehouse.customers(administrator(tenant), [customer]);
      return (found?.timeline?.nodes ?? []).map(({ title }) => title).toSorted();
    };
    const isThere = async () => (await titles()).length === 2;
    await eventually('the events are on the timeline', isThere);
    expect(await titles()).toEqual(['Contact created', 'Customer created']);

    const content = async () => Promise.all(TABLES.map((table) => warehouse.rowsOf(tenant, table)));
    const before = await content();
    await loseEverything(warehouse.database.ownerUrl);
    expect(await titles()).toEqual([]);
    await consumers.replay('earliest');
    await eventually('the events are there again', isThere);
    expect(await content()).toEqual(before);
  });
});

const loseEverything = async (url: string) => {
  const owner = await openDatabase({ url, entities: [], applicationName: 'spec' });
  await owner.query(`truncate event_log, latest_state, analytics_generation, ${TABLES.join(', ')}`);
  await owner.destroy();
};
