import { setTimeout as after } from 'node:timers/promises';

import { type Proxy, startProxy } from '@crm/testing';

import type { KafkaRecord } from '../event-bus.ts';
import { kafkaEventBus } from '../kafka/kafka-event-bus.ts';
import {
  aBus,
  aContract,
  aDatabase,
  aTenant,
  aThing,
  changing,
  eventually,
  type TestDatabase,
} from '../stack.builder.ts';
import { startRelay } from './relay.ts';

/** Longer than the spec: the leader hears nothing from its database. */
const NEVER = 30_000;

describe('a leader that is cut off while it sends, and replaced', () => {
  let database: TestDatabase;
  let bus: Awaited<ReturnType<typeof aBus>>;
  let toDatabase: Proxy;
  let toBroker: Proxy;

  beforeAll(async () => {
    [database, bus] = await Promise.all([aDatabase(), aBus()]);
    toDatabase = await startProxy({ to: new URL(database.appUrl).host });
    toBroker = await startProxy({ to: String(bus.brokers[0]), announced: true });
  });
  /** A client of Kafka tries for ever: at the end it is let go. */
  let isOver = false;
  const running: { readonly stop: () => Promise<void> }[] = [];
  afterAll(async () => {
    isOver = true;
    // The session of the first is gone: it must not wait for an answer.
    toDatabase.cut();
    await Promise.all(running.map((each) => each.stop()));
    await Promise.all([toDatabase.stop(), toBroker.stop(), bus.close(), database.stop()]);
  });

  /** All that it does goes through the two networks. */
  const theFirst = async () => {
    const url = new URL(database.appUrl);
    url.host = `${toDatabase.host}:${String(toDatabase.port)}`;
    const its = kafkaEventBus({ brokers: [`${toBroker.host}:${String(toBroker.port)}`], clientId: 'first' });
    const begun = Promise.withResolvers<null>();
    const publish = async (records: readonly KafkaRecord[], maySend?: () => boolean) => {
      begun.resolve(null);
      await its.publish(records, () => isOver || maySend?.() !== false);
    };
    const relay = await startRelay({
      databaseUrl: url.href,
      bus: { publish },
      service: 'spec',
      onFatal: () => undefined,
    });
    running.push(relay, { stop: its.close });
    return { relay, begun: begun.promise };
  };

  it('sends nothing any more, though its client tries and tries: what is newer stays the newest', async () => {
    const promise = aContract();
    const topics = [{ topic: promise.topic, partitions: 1, replicationFactor: 1, config: {} }];
    await bus.ensureTopics(topics);
    const versions: number[] = [];
    bus.tail({
      name: 'spec',
      topics: [promise.topic],
      since: new Date(0),
      onStart: () => undefined,
      onRecords: (records) => versions.push(...records.map(({ headers }) => Number(headers['ce_sequence']))),
      onTrouble: () => undefined,
    });
    const [tenant, thing, change] = [aTenant(), aThing(), changing(database, promise)];
    const first = await theFirst();
    await eventually('the first leads', () => first.relay.lanes().length === 4);

    toBroker.cut();
    await change(tenant, thing);
    await first.begun;
    toDatabase.delay(NEVER);
    await database.dataSource.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'outbox-relay' and datname = current_database()`);
    const second = await startRelay({
      databaseUrl: database.appUrl,
      bus,
      service: 'spec',
      onFatal: (cause) => {
        expect(cause).toBe(null);
      },
    });
    running.push(second);
    await eventually('the second has sent it', () => versions.length === 1);
    await change(tenant, thing);
    await eventually('the second has sent what came then', () => versions.length === 2);
    toBroker.restore();
    // Longer than a client of Kafka ever waits between two tries.
    await after(6_500);

    expect(versions).toEqual([1, 2]);
  }, 60_000);
});
