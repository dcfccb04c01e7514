import { randomUUID } from 'node:crypto';

import { type Proxy, startBroker, startProxy } from '@crm/testing';

import type { EventBus, KafkaRecord, TailOptions, TopicPlace } from '../event-bus.ts';
import { eventually } from '../stack.builder.ts';
import { kafkaEventBus } from './kafka-event-bus.ts';

describe('a reader that follows topics for itself alone', () => {
  let brokers: readonly string[];
  let writer: EventBus;
  let network: Proxy;
  let reader: EventBus;

  beforeAll(async () => {
    ({ brokers } = await startBroker());
    writer = kafkaEventBus({ brokers, clientId: 'spec-writer' });
    network = await startProxy({ to: String(brokers[0]), announced: true });
  });
  beforeEach(() => {
    reader = kafkaEventBus({ brokers: [`${network.host}:${String(network.port)}`], clientId: 'spec-reader' });
  });
  afterEach(async () => {
    network.restore();
    await reader.close();
  });
  afterAll(async () => {
    await writer.close();
    await network.stop();
  });

  const aTopic = async () => {
    const topic = `crm.spec-${randomUUID()}.thing.fact.v1`;
    await writer.ensureTopics([{ topic, partitions: 2, replicationFactor: 1, config: {} }]);
    return topic;
  };

  const write = (topic: string, ...values: readonly string[]) =>
    writer.publish(values.map((value): KafkaRecord => ({ topic, key: 'thing', value, headers: { note: value } })));

  const follow = (topic: string, more: Partial<TailOptions> = {}) => {
    const seen: string[] = [];
    const started: TopicPlace[] = [];
    const tailing = reader.tail({
      name: 'spec',
      topics: [topic],
      since: new Date(),
      onStart: (places) => started.push(...places),
      onRecords: (records) => seen.push(...records.map(({ value }) => String(value))),
      onTrouble: () => undefined,
      ...more,
    });
    return { seen, started, tailing };
  };

  it('gets what is written from its time on, in order, and nothing older', async () => {
    const topic = await aTopic();
    await write(topic, 'long ago');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const since = new Date();
    await write(topic, 'a little earlier');
    const { seen, started } = follow(topic, { since });
    await eventually('it has started', () => started.length === 2);
    await write(topic, 'first', 'second');
    await eventually('all came', () => seen.length >= 3);

    expect(seen).toEqual(['a little earlier', 'first', 'second']);
    expect(started.map(({ next, end }) => end - next).sort()).toEqual([0n, 1n]);
  });

  it('goes on where it was when the broker has been away: nothing is lost and nothing comes twice', async () => {
    const topic = await aTopic();
    const { seen, started } = follow(topic);
    await eventually('it has started', () => started.length === 2);
    await write(topic, 'before');
    await eventually('it came', () => seen.length === 1);
    network.cut();
    await write(topic, 'meanwhile 1', 'meanwhile 2');
    await new Promise((resolve) => setTimeout(resolve, 500));
    network.restore();
    await eventually('the rest came', () => seen.length >= 3, 30_000);
    await write(topic, 'after');
    await eventually('the last came', () => seen.length >= 4);

    expect(seen).toEqual(['before', 'meanwhile 1', 'meanwhile 2', 'after']);
  }, 60_000);

  it('starts without a broker, says so, and reads when it is there', async () => {
    const topic = await aTopic();
    const trouble: unknown[] = [];
    network.cut();
    const { seen, started } = follow(topic, { onTrouble: (cause) => trouble.push(cause) });
    await eventually('it says that the broker is away', () => trouble.length > 0);
    network.restore();
    await eventually('it has started', () => started.length === 2);
    await write(topic, 'here');
    await eventually('it came', () => seen.length === 1);

    expect(seen).toEqual(['here']);
  }, 60_000);

  it('outlives a bug of whoever reads', async () => {
    const topic = await aTopic();
    const trouble: unknown[] = [];
    const seen: string[] = [];
    const { started } = follow(topic, {
      onTrouble: (cause) => trouble.push(cause),
      onRecords: (records) => {
        seen.push(...records.map(({ value }) => String(value)));
        if (seen.length === 1) throw new TypeError('x is not a function');
      },
    });
    await eventually('it has started', () => started.length === 2);
    await write(topic, 'first');
    await eventually('it came', () => seen.length === 1);
    await write(topic, 'second');
    await eventually('the next came', () => seen.length === 2);

    // A broker that has just made a topic may say at first that it is not the leader: that is told as well.
    expect(trouble.filter((each) => each instanceof TypeError)).toHaveLength(1);
  });
});
