import { randomUUID } from 'node:crypto';

import { type KafkaRecord, RecordRefused } from '../event-bus.ts';
import { aBus, eventually } from '../stack.builder.ts';

describe('the Kafka event bus', () => {
  let bus: Awaited<ReturnType<typeof aBus>>;

  beforeAll(async () => {
    bus = await aBus();
  });

  afterAll(() => bus.close());

  const aTopic = async (config: Record<string, string> = {}) => {
    const topic = `crm.spec-${randomUUID()}.thing.fact.v1`;
    await bus.ensureTopics([{ topic, partitions: 2, replicationFactor: 1, config }]);
    return topic;
  };

  const record = (topic: string, value: string | null): KafkaRecord => ({ topic, key: 'thing', value, headers: {} });

  it('says that a record is too large, and sends the next one all the same', async () => {
    const topic = await aTopic();
    await expect(bus.publish([record(topic, 'x'.repeat(2_000_000))])).rejects.toThrow(RecordRefused);
    await bus.publish([record(topic, 'small')]);

    const lag = await bus.lag(`spec-${randomUUID()}`, [topic]);
    expect(lag.reduce((sum, each) => sum + each.lag, 0)).toBe(1);
  });

  it('hands a batch over again when its effects were not durable, also after a bug in the handler', async () => {
    const topic = await aTopic();
    const seen: string[] = [];
    const fatal: Error[] = [];
    const consuming = await bus.consume({
      groupId: `spec-${randomUUID()}`,
      topics: [topic],
      fromBeginning: true,
      onFatal: (cause) => fatal.push(cause),
      onBatch: ({ records }) => {
        seen.push(...records.map(({ value }) => String(value)));
        return seen.length < 3 ? Promise.reject(new TypeError('x is not a function')) : Promise.resolve();
      },
    });
    await bus.publish([record(topic, 'first')]);
    await eventually('it came three times', () => seen.length === 3);
    await bus.publish([record(topic, 'second')]);
    await eventually('the next one came', () => seen.length === 4);
    await consuming.stop();

    expect(seen).toEqual(['first', 'first', 'first', 'second']);
    expect(fatal).toEqual([]);
  });

  it('corrects the settings of a topic that drifted, and may be asked twice', async () => {
    const topic = await aTopic({ 'retention.ms': '1000000' });
    const wanted = { topic, partitions: 2, replicationFactor: 1, config: { 'retention.ms': '2000000' } };
    await bus.ensureTopics([wanted]);
    await bus.ensureTopics([wanted]);
    await bus.publish([record(topic, 'still there')]);
  });
});
