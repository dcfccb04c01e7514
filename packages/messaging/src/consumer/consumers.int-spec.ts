import { aContract, aTenant, aThing, changing, eventually } from '../stack.builder.ts';
import { listParked } from './parking.ts';
import { aGroup, aStand, ledgerOf, recordOf, type Stand, viewOf } from './stand.builder.ts';

describe('consumers', () => {
  let stand: Stand;

  beforeEach(async () => {
    stand = await aStand();
  });

  afterEach(() => stand.stop());

  it('hands over what was committed, in its tenant, with an effect once and in order', async () => {
    const promise = aContract();
    const relay = await stand.aRelay();
    await stand.consumersOf(aGroup(), [ledgerOf(promise), viewOf(promise)]);
    const change = changing(stand.database, promise, relay.nudge);
    const tenants = [aTenant(), aTenant()];
    const things = tenants.flatMap((tenant) => [
      { tenant, thing: aThing() },
      { tenant, thing: aThing() },
    ]);

    for (let n = 1; n <= 10; n += 1) {
      await Promise.all(things.map(({ tenant, thing }) => change(tenant, thing, `note ${String(n)}`)));
    }
    await eventually('all effects are there', async () => (await stand.ledger()).length >= 40);

    for (const { tenant, thing } of things) {
      const rows = await stand.ledger(thing);
      expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(new Set(rows.map(({ tenant_id }) => tenant_id))).toEqual(new Set([tenant]));
    }
    const view = await stand.database.asOwner('select version, note from thing_view');
    expect(view).toEqual(things.map(() => ({ version: 10, note: 'note 10' })));
  });

  it('has an effect once when an event comes twice', async () => {
    const promise = aContract();
    await stand.consumersOf(aGroup(), [ledgerOf(promise)]);
    const thing = aThing();
    const record = recordOf(promise, thing, 1);

    await stand.bus.publish([record, record]);
    await stand.bus.publish([record]);
    await stand.bus.publish([recordOf(promise, thing, 2)]);
    await eventually('the second change is there', async () => (await stand.versions(thing)).includes(2));

    expect(await stand.versions(thing)).toEqual([1, 2]);
  });

  it('has an effect once when a consumer dies between its commit and the commit of the offset', async () => {
    const promise = aContract();
    const group = aGroup();
    const things = Array.from({ length: 20 }, aThing);
    const first = await stand.consumersOf(group, [ledgerOf(promise)]);
    await stand.bus.publish(things.map((thing) => recordOf(promise, thing, 1)));
    await eventually('all effects are there', async () => (await stand.ledger()).length === 20);
    await first.stop();

    // As if none of the offsets had been committed.
    await stand.bus.moveGroup(group, [promise.topic], 'earliest');
    const second = await stand.consumersOf(group, [ledgerOf(promise)]);
    await stand.bus.publish(things.map((thing) => recordOf(promise, thing, 2)));
    await eventually('the second changes are there', async () => (await stand.ledger()).length >= 40);

    for (const thing of things) expect(await stand.versions(thing)).toEqual([1, 2]);
    await eventually('nothing is left to do', async () => (await second.lag()).every(({ lag }) => lag === 0));
  });

  it('feeds projections of a hundred events at once, but for the bad one among them', async () => {
    const promise = aContract();
    const things = Array.from({ length: 100 }, aThing);
    await stand.bus.ensureTopics([{ topic: promise.topic, partitions: 1, replicationFactor: 1, config: {} }]);
    await stand.bus.publish(things.map((thing, n) => recordOf(promise, thing, n + 1)));
    await stand.consumersOf(aGroup(), [
      viewOf(promise, ({ aggregate }) => {
        if (aggregate.version === 37) throw new Error('This one cannot be shown');
      }),
    ]);

    await eventually(
      'ninety-nine are shown',
      async () => (await stand.database.asOwner('select 1 from thing_view')).length === 99,
    );
    await eventually('one is parked', async () => (await listParked(stand.database.dataSource)).length === 1);
  });

  it('waits out a database that is away, and parks nothing for it', async () => {
    const promise = aContract();
    let cuts = 3;
    await stand.consumersOf(aGroup(), [
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

    await stand.bus.publish([recordOf(promise, thing, 1)]);
    await eventually('the effect is there', async () => (await stand.versions(thing)).length === 1);
    expect(await listParked(stand.database.dataSource)).toEqual([]);
  });

  it('parks nothing because the process stood still for longer than a handler may take', async () => {
    const promise = aContract();
    let hasStood = false;
    const standStill = async () => {
      if (hasStood) return;
      hasStood = true;
      // The handler has asked for something, and the answer is there when the process goes on: so is the deadline.
      await new Promise((resolve) => setImmediate(resolve));
      for (const until = Date.now() + 1_000; Date.now() < until;);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await stand.consumersOf(aGroup(), [ledgerOf(promise, standStill)]);
    const thing = aThing();

    await stand.bus.publish([recordOf(promise, thing, 1), recordOf(promise, thing, 2)]);
    await eventually('both had their effect', async () => (await stand.versions(thing)).length === 2);
    expect(await stand.versions(thing)).toEqual([1, 2]);
    expect(await listParked(stand.database.dataSource)).toEqual([]);
  });
});
