import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';

import kafkajs from 'kafkajs';

import { aContract, aThing, eventually } from '../stack.builder.ts';
import { aGroup, aStand, ledgerOf, recordOf, type Stand } from '../consumer/stand.builder.ts';

describe('what stops or disturbs a consumer', () => {
  let stand: Stand;

  beforeEach(async () => {
    stand = await aStand();
  });

  afterEach(() => stand.stop());

  const aTopic = async (promise: ReturnType<typeof aContract>, partitions: number) => {
    await stand.bus.ensureTopics([{ topic: promise.topic, partitions, replicationFactor: 1, config: {} }]);
  };

  it('is, for the bare client, one TypeError in a handler: it never reads again', async () => {
    const promise = aContract();
    await aTopic(promise, 1);
    const kafka = new kafkajs.Kafka({ brokers: [...stand.bus.brokers], logLevel: kafkajs.logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId: aGroup() });
    const crashes: boolean[] = [];
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      // Its first join of a fresh broker crashes as well, and that it survives.
      if (payload.error.message.includes('x is not a function')) crashes.push(payload.restart);
    });
    let calls = 0;
    await consumer.connect();
    await consumer.subscribe({ topics: [promise.topic], fromBeginning: true });
    await consumer.run({
      eachMessage: () => {
        calls += 1;
        return Promise.reject(new TypeError('x is not a function'));
      },
    });

    await stand.bus.publish([recordOf(promise, aThing(), 1)]);
    await eventually('it crashed', () => crashes.length > 0);
    await stand.bus.publish([recordOf(promise, aThing(), 1)]);
    await after(1_000);
    await consumer.disconnect();

    expect(crashes).toEqual([false]);
    expect(calls).toBe(1);
  });

  it('is, for ours, parked with its cause, and the other things go on', async () => {
    const promise = aContract();
    const [bad, good] = [aThing(), aThing()];
    await aTopic(promise, 1);
    await stand.consumersOf(aGroup(), [
      ledgerOf(promise, ({ aggregate }) => {
        if (aggregate.id === bad) throw new TypeError('x is not a function');
      }),
    ]);

    await stand.bus.publish([recordOf(promise, bad, 1), recordOf(promise, good, 1), recordOf(promise, bad, 2)]);
    await stand.bus.publish([recordOf(promise, good, 2)]);
    await eventually('the other thing goes on', async () => (await stand.versions(good)).length === 2);

    expect(await stand.versions(bad)).toEqual([]);
    const parked = await stand.database.asOwner('select cause, behind from parked_event order by id');
    expect(parked).toMatchObject([
      { behind: false, cause: expect.stringContaining('x is not a function') },
      { behind: true },
    ]);
  });

  it('is a rebalance in mid-batch: effects stay single and in order while members come and go', async () => {
    const promise = aContract();
    const group = aGroup();
    await aTopic(promise, 4);
    const things = Array.from({ length: 12 }, aThing);
    const slow = ledgerOf(promise, () => after(5));
    const feed = async (version: number) => {
      await stand.bus.publish(
        things.map((thing) => recordOf(promise, thing, version, { headers: { ce_id: randomUUID() } })),
      );
    };
    for (let version = 1; version <= 20; version += 1) await feed(version);

    await stand.consumersOf(group, [slow]);
    await eventually('the first is in the middle of it', async () => (await stand.ledger()).length > 20);
    const second = await stand.consumersOf(group, [slow]);
    await feed(21);
    await eventually('it has gone on', async () => (await stand.ledger()).length > 120);
    await second.stop();
    await eventually('all is done', async () => (await stand.ledger()).length >= 252);

    const expected = Array.from({ length: 21 }, (_, at) => at + 1);
    for (const thing of things) expect(await stand.versions(thing)).toEqual(expected);
    expect(await stand.database.asOwner('select 1 from parked_event')).toEqual([]);
  });
});
