import { randomUUID } from 'node:crypto';

import { ensureTopics, kafkaEventBus, type KafkaRecord, type ReceivedRecord } from '@crm/messaging';

import type { Place } from './parts.ts';
import { eventually } from './patience.ts';
import { promisesOf, type TopicPair } from './thing.ts';

/** Two partitions are enough to be at one place in one and at another in the other. */
export const PARTITIONS = 2;

export const makeTopics = (brokers: readonly string[], topics: TopicPair) =>
  ensureTopics(brokers, Object.values(promisesOf(topics)), { partitions: PARTITIONS });

/** All that is on these topics, in the order of each partition. */
export const recordsOn = async (brokers: readonly string[], topics: readonly string[]): Promise<ReceivedRecord[]> => {
  const bus = kafkaEventBus({ brokers, clientId: 'spec' });
  const groupId = `spec-${randomUUID()}`;
  const lag = await bus.lag(groupId, topics);
  const expected = lag.reduce((sum, partition) => sum + partition.lag, 0);
  const records: ReceivedRecord[] = [];
  const all = Promise.withResolvers<null>();
  if (expected > 0) {
    await bus.consume({
      groupId,
      topics,
      fromBeginning: true,
      onFatal: all.reject,
      onBatch: (batch) => {
        records.push(...batch.records);
        if (records.length >= expected) all.resolve(null);
        return Promise.resolve();
      },
    });
    await all.promise;
  }
  await bus.close();
  return records;
};

/** The record once more, as its sender had it. */
export const asSent = ({ topic, key, value, headers }: ReceivedRecord): KafkaRecord => ({
  topic,
  key: key ?? '',
  value: value === null ? null : String(value),
  headers,
});

/** Moves the group back to the oldest records: when the last of its dead members is taken for dead. */
export const readFromTheStart = async ({ brokers, group, topics }: Place) => {
  const bus = kafkaEventBus({ brokers, clientId: 'spec' });
  await eventually('the group is moved', () => bus.moveGroup(group, [topics.fact, topics.state], 'earliest'));
  await bus.close();
};
