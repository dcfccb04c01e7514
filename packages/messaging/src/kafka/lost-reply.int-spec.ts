import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';

import { type Proxy, startProxy } from '@crm/testing';
import kafkajs from 'kafkajs';

import { aBus, eventually } from '../stack.builder.ts';
import { kafkaEventBus } from './kafka-event-bus.ts';

/** Kafka's number for "produce", after the four bytes of the length. */
const isProduce = (request: Buffer) => request.length > 6 && request.readInt16BE(4) === 0;

describe('a network that loses the acknowledgement of a record and is away for a while', () => {
  let bus: Awaited<ReturnType<typeof aBus>>;
  let network: Proxy;
  let topic: string;

  beforeEach(async () => {
    bus = await aBus();
    network = await startProxy({ to: bus.brokers[0] ?? '', announced: true });
    topic = `crm.spec-${randomUUID()}.thing.fact.v1`;
    await bus.ensureTopics([{ topic, partitions: 1, replicationFactor: 1, config: {} }]);
  });

  afterEach(async () => {
    await network.stop();
    await bus.close();
  });

  const throughIt = () => [`${network.host}:${String(network.port)}`];

  const onTheTopic = async (last: string) => {
    const seen: string[] = [];
    const consuming = await bus.consume({
      groupId: `spec-${randomUUID()}`,
      topics: [topic],
      fromBeginning: true,
      onFatal: () => undefined,
      onBatch: ({ records }) => {
        seen.push(...records.map(({ value }) => String(value)));
        return Promise.resolve();
      },
    });
    await eventually('the last record is there', () => seen.includes(last));
    await consuming.stop();
    return seen;
  };

  it('makes the bare client acknowledge a record that is not on the topic: why it is not used as it comes', async () => {
    const kafka = new kafkajs.Kafka({
      brokers: throughIt(),
      logLevel: kafkajs.logLevel.NOTHING,
      // As many tries as it makes by itself, only sooner after one another.
      retry: { retries: 5, initialRetryTime: 20, maxRetryTime: 100 },
    });
    const producer = kafka.producer({
      idempotent: true,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { retries: 5, initialRetryTime: 20, maxRetryTime: 100 },
    });
    await producer.connect();
    const send = (value: string) => producer.send({ topic, messages: [{ key: 'thing', value }] });

    await send('warm');
    void network.loseReplyTo(isProduce, true);
    await expect(send('A')).rejects.toThrow();
    network.restore();
    await send('B');
    await send('C');
    await producer.disconnect();

    expect(await onTheTopic('C')).toEqual(['warm', 'A', 'C']);
  });

  it('loses nothing, repeats nothing and keeps the order of what goes through the event bus', async () => {
    const ours = kafkaEventBus({ brokers: throughIt(), clientId: 'spec' });
    const publish = (value: string) => ours.publish([{ topic, key: 'thing', value, headers: {} }]);

    await publish('warm');
    const lost = network.loseReplyTo(isProduce, true);
    const all = Promise.all([publish('A'), publish('B'), publish('C')]);
    await lost;
    // More refused connections than the bare client would put up with.
    await after(2_000);
    network.restore();
    await all;
    await ours.close();

    expect(await onTheTopic('C')).toEqual(['warm', 'A', 'B', 'C']);
  });
});
