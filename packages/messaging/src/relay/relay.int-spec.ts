import type { KafkaRecord } from '../event-bus.ts';
import { aContract, aDatabase, aTenant, aThing, changing, eventually, type TestDatabase } from '../stack.builder.ts';
import { type Relay, startRelay } from './relay.ts';

describe('the relay', () => {
  let database: TestDatabase;
  const relays: Relay[] = [];
  const fatal: Error[] = [];

  beforeEach(async () => {
    database = await aDatabase();
  });

  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await database.stop();
    fatal.splice(0);
  });

  const aRelay = async (publish: (records: readonly KafkaRecord[]) => Promise<void>) => {
    const relay = await startRelay({
      databaseUrl: database.appUrl,
      bus: { publish },
      service: 'spec',
      onFatal: (cause) => fatal.push(cause),
    });
    relays.push(relay);
    return relay;
  };

  /** Keeps what is published, in order. */
  const aTopic = () => {
    const records: KafkaRecord[] = [];
    return {
      records,
      publish: (more: readonly KafkaRecord[]) => {
        records.push(...more);
        return Promise.resolve();
      },
    };
  };

  const versionsOf = (records: readonly KafkaRecord[], thing: string) =>
    records.filter(({ key }) => key === thing).map(({ headers }) => Number(headers['ce_aggregateversion']));

  const unpublished = async () => (await database.asOwner('select from outbox_pending')).length;

  it('publishes what was committed, all of it, once and in the order of versions, under twenty writers', async () => {
    const topic = aTopic();
    const relay = await aRelay(topic.publish);
    const change = changing(database, aContract(), relay.nudge);
    const tenant = aTenant();
    const things = Array.from({ length: 15 }, aThing);

    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (let n = 0; n < 20; n += 1) await change(tenant, things[(writer + n * 7) % things.length] ?? '');
      }),
    );
    await eventually('all is published', async () => (await unpublished()) === 0);

    expect(topic.records).toHaveLength(400);
    expect(new Set(topic.records.map(({ headers }) => headers['ce_id'])).size).toBe(400);
    for (const thing of things) {
      const versions = versionsOf(topic.records, thing);
      expect(versions).toEqual(versions.map((_, at) => at + 1));
    }
  });

  it('says in each record what happened, to whom and on whose behalf', async () => {
    const topic = aTopic();
    const relay = await aRelay(topic.publish);
    const promise = aContract();
    const [tenant, thing] = [aTenant(), aThing()];

    await changing(database, promise, relay.nudge)(tenant, thing);
    await eventually('it is published', () => topic.records.length === 1);

    const [record] = topic.records;
    expect(record).toMatchObject({ topic: promise.topic, key: thing });
    expect(record?.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_type: promise.type,
      ce_source: '/crm/spec',
      ce_subject: `thing/${thing}`,
      ce_tenantid: tenant,
      ce_aggregateversion: '1',
      ce_correlationid: 'request-1',
      ce_actor: 'system',
    });
    expect(JSON.parse(record?.value ?? '')).toEqual({
      eventId: record?.headers['ce_id'],
      tenantId: tenant,
      aggregateId: thing,
      aggregateVersion: 1,
      occurredAt: record?.headers['ce_time'],
      note: 'blue',
    });
  });

  it('has one leader, and another takes over when the leader stops', async () => {
    const topic = aTopic();
    const first = await aRelay(topic.publish);
    await eventually('the first leads', () => first.lanes().length === 4);
    const second = await aRelay(topic.publish);
    const change = changing(database, aContract());

    await Promise.all(Array.from({ length: 50 }, () => change(aTenant(), aThing())));
    await eventually('all is published', async () => (await unpublished()) === 0);
    expect(second.lanes()).toEqual([]);
    expect(topic.records).toHaveLength(50);

    const stopped = Date.now();
    await first.stop();
    await eventually('the second leads', () => second.lanes().length === 4);
    expect(Date.now() - stopped).toBeLessThan(1_500);
  });

  it('ends when the session that holds the lanes is lost, and its successor waits until it cannot interfere', async () => {
    const topic = aTopic();
    const first = await aRelay(topic.publish);
    await eventually('the first leads', () => first.lanes().length === 4);

    const cut = Date.now();
    await database.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'outbox-relay' and datname = current_database()`,
    );
    await eventually('the first says so', () => fatal.length === 1);
    const second = await aRelay(topic.publish);
    await eventually('the second leads', () => second.lanes().length === 4);
    expect(Date.now() - cut).toBeGreaterThanOrEqual(1_900);
  });

  it('sends rows again, in order, when the broker did not take them', async () => {
    const topic = aTopic();
    let refusals = 3;
    const relay = await aRelay((records) =>
      refusals-- > 0 ? Promise.reject(new Error('The broker is away')) : topic.publish(records),
    );
    const change = changing(database, aContract(), relay.nudge);
    const [tenant, thing] = [aTenant(), aThing()];

    for (let n = 0; n < 5; n += 1) await change(tenant, thing);
    await eventually('all is published', async () => (await unpublished()) === 0);

    expect(versionsOf(topic.records, thing)).toEqual([1, 2, 3, 4, 5]);
    expect(fatal).toEqual([]);
  });
});
