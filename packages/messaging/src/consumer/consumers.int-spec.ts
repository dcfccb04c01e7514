import { randomUUID } from 'node:crypto';

import type { Delivered } from '@crm/contracts';
import { accept } from '@crm/kernel';

import type { EventBus, KafkaRecord } from '../event-bus.ts';
import { startRelay } from '../relay/relay.ts';
import { replayArchive } from '../replay.ts';
import {
  aBus,
  aContract,
  aDatabase,
  aTenant,
  aThing,
  changing,
  eventually,
  type TestDatabase,
  type ThingChanged,
} from '../stack.builder.ts';
import type { Subscription } from '../subscription.ts';
import { type Consumers, startConsumers } from './consumers.ts';
import { countParked, discardParked, listParked, showParked } from './parking.ts';

describe('consumers', () => {
  let database: TestDatabase;
  let bus: Awaited<ReturnType<typeof aBus>>;
  const running: { stop: () => Promise<void> }[] = [];
  const fatal: Error[] = [];

  beforeEach(async () => {
    [database, bus] = await Promise.all([aDatabase(), aBus()]);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await bus.close();
    await database.stop();
    expect(fatal.splice(0)).toEqual([]);
  });

  const consumersOf = async (group: string, subscriptions: readonly Subscription[], over: EventBus = bus) => {
    const consumers = await startConsumers({
      bus: over,
      group,
      subscriptions,
      dataSource: database.dataSource,
      onFatal: (cause) => fatal.push(cause),
      handlerTimeoutMs: 500,
    });
    running.push(consumers);
    return consumers;
  };

  const aRelay = async () => {
    const relay = await startRelay({
      databaseUrl: database.appUrl,
      bus,
      service: 'spec',
      onFatal: (cause) => fatal.push(cause),
    });
    running.unshift(relay);
    return relay;
  };

  const aGroup = () => `spec-${randomUUID()}`;

  type Handle = (fact: Delivered<ThingChanged>) => Promise<void> | void;

  /** Writes a row of the ledger per event; `first` may fail before that. */
  const ledgerOf = (promise: ThingChanged, first: Handle = () => undefined): Subscription<ThingChanged> => ({
    to: promise,
    kind: 'effect',
    handle: async (fact, { transact, actor }) => {
      await first(fact);
      await transact(actor, async ({ db }) => {
        await db.query('insert into ledger (thing, version, note) values ($1, $2, $3)', [
          fact.aggregate.id,
          fact.aggregate.version,
          fact.data?.note,
        ]);
        return accept(null);
      });
    },
  });

  const viewOf = (promise: ThingChanged, first: Handle = () => undefined): Subscription<ThingChanged> => ({
    to: promise,
    kind: 'projection',
    handle: async (fact, { db }) => {
      await first(fact);
      await db.query(
        `insert into thing_view as t (thing, version, note) values ($1, $2, $3)
         on conflict (thing) do update set version = excluded.version, note = excluded.note
          where t.version < excluded.version`,
        [fact.aggregate.id, fact.aggregate.version, fact.data?.note],
      );
    },
  });

  const ledger = (thing?: string) =>
    database.asOwner<{ version: number; note: string; tenant_id: string }>(
      `select version, note, tenant_id from ledger where $1::uuid is null or thing = $1 order by id`,
      [thing ?? null],
    );

  const versions = async (thing: string) => (await ledger(thing)).map(({ version }) => version);

  const recordOf = (promise: ThingChanged, thing: string, version: number, more: Partial<KafkaRecord> = {}) => ({
    topic: promise.topic,
    key: thing,
    value: JSON.stringify({ note: `note ${String(version)}` }),
    ...more,
    headers: {
      ce_id: randomUUID(),
      ce_type: promise.type,
      ce_time: '2026-11-22T08:00:00.000Z',
      ce_tenantid: randomUUID(),
      ce_aggregateversion: String(version),
      ...more.headers,
    },
  });

  it('hands over what was committed, in its tenant, with an effect once and in order', async () => {
    const promise = aContract();
    const relay = await aRelay();
    await consumersOf(aGroup(), [ledgerOf(promise), viewOf(promise)]);
    const change = changing(database, promise, relay.nudge);
    const tenants = [aTenant(), aTenant()];
    const things = tenants.flatMap((tenant) => [
      { tenant, thing: aThing() },
      { tenant, thing: aThing() },
    ]);

    for (let n = 1; n <= 10; n += 1) {
      await Promise.all(things.map(({ tenant, thing }) => change(tenant, thing, `note ${String(n)}`)));
    }
    await eventually('all effects are there', async () => (await ledger()).length >= 40);

    for (const { tenant, thing } of things) {
      const rows = await ledger(thing);
      expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(new Set(rows.map(({ tenant_id }) => tenant_id))).toEqual(new Set([tenant]));
    }
    const view = await database.asOwner('select version, note from thing_view');
    expect(view).toEqual(things.map(() => ({ version: 10, note: 'note 10' })));
  });

  it('has an effect once when an event comes twice', async () => {
    const promise = aContract();
    await consumersOf(aGroup(), [ledgerOf(promise)]);
    const thing = aThing();
    const record = recordOf(promise, thing, 1);

    await bus.publish([record, record]);
    await bus.publish([record]);
    await bus.publish([recordOf(promise, thing, 2)]);
    await eventually('the second change is there', async () => (await versions(thing)).includes(2));

    expect(await versions(thing)).toEqual([1, 2]);
  });

  it('has an effect once when a consumer dies between its commit and the commit of the offset', async () => {
    const promise = aContract();
    const group = aGroup();
    const things = Array.from({ length: 20 }, aThing);
    const first = await consumersOf(group, [ledgerOf(promise)]);
    await bus.publish(things.map((thing) => recordOf(promise, thing, 1)));
    await eventually('all effects are there', async () => (await ledger()).length === 20);
    await first.stop();

    // As if none of the offsets had been committed.
    await bus.moveGroup(group, [promise.topic], 'earliest');
    const second = await consumersOf(group, [ledgerOf(promise)]);
    await bus.publish(things.map((thing) => recordOf(promise, thing, 2)));
    await eventually('the second changes are there', async () => (await ledger()).length >= 40);

    for (const thing of things) expect(await versions(thing)).toEqual([1, 2]);
    await eventually('nothing is left to do', async () => (await second.lag()).every(({ lag }) => lag === 0));
  });

  it('puts a bad event and those behind it aside, goes on with others, and catches up when it is redriven', async () => {
    const promise = aContract();
    const group = aGroup();
    const [bad, good] = [aThing(), aThing()];
    let broken = true;
    const consumers = await consumersOf(group, [
      ledgerOf(promise, ({ aggregate }) => {
        // @ts-expect-error: the bug that a handler may have.
        if (broken && aggregate.id === bad && aggregate.version === 2) aggregate.missing.property();
      }),
    ]);

    await bus.publish([1, 2, 3, 4].flatMap((n) => [recordOf(promise, bad, n), recordOf(promise, good, n)]));
    await eventually('the other aggregate is done', async () => (await versions(good)).length === 4);
    await eventually('two wait behind', async () => (await listParked(database.dataSource)).length === 3);

    expect(await versions(bad)).toEqual([1]);
    const [parked, ...behind] = await listParked(database.dataSource, { consumer: group });
    expect(parked).toMatchObject({ aggregateKey: bad, behind: false, type: promise.type });
    expect(parked?.cause).toMatch(/TypeError/);
    expect(behind.map((each) => each.behind)).toEqual([true, true]);

    expect(await consumers.redrive({ everything: true })).toEqual({ handled: 0, stillParked: 3 });
    broken = false;
    expect(await consumers.redrive({ id: parked?.id ?? '' })).toEqual({ handled: 3, stillParked: 0 });
    await bus.publish([recordOf(promise, bad, 5)]);
    await eventually('the next one is handled as ever', async () => (await versions(bad)).length === 5);
    expect(await versions(bad)).toEqual([1, 2, 3, 4, 5]);
    expect(await countParked(database.dataSource)).toEqual([]);
  });

  it('parks every kind of poison with its cause and stays alive', async () => {
    const promise = aContract();
    const group = aGroup();
    const endless = aThing();
    await consumersOf(group, [
      ledgerOf(promise, ({ aggregate }) => (aggregate.id === endless ? new Promise<void>(() => undefined) : undefined)),
    ]);
    const good = aThing();
    const unreadable = aThing();

    await bus.publish([
      recordOf(promise, unreadable, 1, { value: '{"note":', headers: { ce_tenantid: 'nobody' } }),
      recordOf(promise, aThing(), 1, { value: '{"note": 5}' }),
      recordOf(promise, aThing(), 1, { headers: { ce_type: 'spec.thing-unheard-of.v1' } }),
      recordOf(promise, aThing(), 1, { value: null }),
      recordOf(promise, endless, 1),
      recordOf(promise, good, 1),
    ]);
    await eventually('the good one is handled', async () => (await versions(good)).length === 1);
    await eventually('four are parked', async () => (await listParked(database.dataSource)).length === 4);

    const causes = (await listParked(database.dataSource)).map(({ cause }) => cause).sort();
    expect(causes).toEqual([
      expect.stringContaining('did not end within 500 ms'),
      expect.stringContaining('There is no value'),
      expect.stringContaining('ce_tenantid is not a UUID'),
      expect.stringContaining('spec.thing-changed.v1: note:'),
    ]);
    const [operators] = (await listParked(database.dataSource)).filter(
      ({ aggregateKey }) => aggregateKey === unreadable,
    );
    expect(operators?.tenant).toBe('00000000-0000-0000-0000-000000000000');
    expect((await showParked(database.dataSource, operators?.id ?? ''))?.value?.toString()).toBe('{"note":');
    expect(await discardParked(database.dataSource, operators?.id ?? '')).toBe(true);
    expect(await showParked(database.dataSource, operators?.id ?? '')).toBeNull();
  });

  it('feeds projections of a hundred events at once, but for the bad one among them', async () => {
    const promise = aContract();
    const things = Array.from({ length: 100 }, aThing);
    await bus.ensureTopics([{ topic: promise.topic, partitions: 1, replicationFactor: 1, config: {} }]);
    await bus.publish(things.map((thing, n) => recordOf(promise, thing, n + 1)));
    await consumersOf(aGroup(), [
      viewOf(promise, ({ aggregate }) => {
        if (aggregate.version === 37) throw new Error('This one cannot be shown');
      }),
    ]);

    await eventually(
      'ninety-nine are shown',
      async () => (await database.asOwner('select 1 from thing_view')).length === 99,
    );
    await eventually('one is parked', async () => (await listParked(database.dataSource)).length === 1);
  });

  it('waits out a database that is away, and parks nothing for it', async () => {
    const promise = aContract();
    let cuts = 3;
    await consumersOf(aGroup(), [
      {
        to: promise,
        kind: 'effect',
        handle: async (fact, { db }) => {
          if (cuts-- > 0) await db.query('select pg_terminate_backend(pg_backend_pid())');
          await db.query('insert into ledger (thing, version, note) values ($1, $2, $3)', [
            fact.aggregate.id,
            fact.aggregate.version,
            '',
          ]);
        },
      },
    ]);
    const thing = aThing();

    await bus.publish([recordOf(promise, thing, 1)]);
    await eventually('the effect is there', async () => (await versions(thing)).length === 1);
    expect(await listParked(database.dataSource)).toEqual([]);
  });

  it('replays the archive to one group and leaves the others in peace', async () => {
    const promise = aContract();
    const relay = await aRelay();
    const [served, rebuilt] = [aGroup(), aGroup()];
    const seen: string[] = [];
    const watching = (name: string): Subscription<ThingChanged> =>
      viewOf(promise, ({ aggregate }) => {
        seen.push(`${name} ${String(aggregate.version)}`);
      });
    await consumersOf(served, [watching('served')]);
    await consumersOf(rebuilt, [watching('rebuilt')]);
    const [tenant, thing] = [aTenant(), aThing()];
    const change = changing(database, promise, relay.nudge);
    for (let n = 0; n < 3; n += 1) await change(tenant, thing);
    await eventually('both have seen it', () => seen.length === 6);
    await eventually('it is archived', async () => (await relay.lag()).rows === 0);

    const asked = { bus, dataSource: database.dataSource, service: 'spec', replayId: 'replay-1', aggregateId: thing };
    expect(await replayArchive({ ...asked, dryRun: true })).toEqual({ records: 3 });
    await replayArchive({ ...asked, group: rebuilt });
    await change(tenant, thing);
    await eventually('both have seen the fourth', () => seen.filter((each) => each.endsWith('4')).length === 2);

    expect(seen.filter((each) => each.startsWith('served'))).toHaveLength(4);
    expect(seen.filter((each) => each.startsWith('rebuilt'))).toHaveLength(7);
  });

  it('reads the topics again from the start while it serves, and nothing happens twice', async () => {
    const promise = aContract();
    const consumers: Consumers = await consumersOf(aGroup(), [ledgerOf(promise)]);
    const thing = aThing();
    await bus.publish([recordOf(promise, thing, 1)]);
    await eventually('the effect is there', async () => (await versions(thing)).length === 1);

    await consumers.replay('earliest');
    await bus.publish([recordOf(promise, thing, 2)]);
    await eventually('the next one is there', async () => (await versions(thing)).includes(2));
    expect(await versions(thing)).toEqual([1, 2]);
  });
});
