import { randomUUID } from 'node:crypto';

import { kafkaEventBus, type KafkaRecord } from '@crm/messaging';

import type { Place } from './parts.ts';
import { promisesOf, type TopicPair } from './thing.ts';
import { PARTITIONS } from './topic.ts';

/** A record that no service has said. */
export const aRecord = (promise: { topic: string; type: string }, key: string, version: number, value: string) => ({
  topic: promise.topic,
  key,
  value,
  headers: {
    ce_id: randomUUID(),
    ce_type: promise.type,
    ce_time: '2026-11-22T08:00:00.000Z',
    ce_tenantid: randomUUID(),
    ce_aggregateversion: String(version),
  },
});

const aKey = () => randomUUID();

const LARGE = 2_000_000;

/** Poison of six kinds, each in an aggregate of its own, and one record that has to wait behind poison. */
const poisonFor = (topics: TopicPair) => {
  const { changed } = promisesOf(topics);
  const [broken, wrong, unknown, failing, endless, large] = [aKey(), aKey(), aKey(), aKey(), aKey(), aKey()];
  const records: KafkaRecord[] = [
    aRecord(changed, broken, 1, '{"note":'),
    aRecord(changed, wrong, 1, '{"note":5}'),
    aRecord({ ...changed, type: 'spec.thing-vanished.v1' }, unknown, 1, '{}'),
    aRecord(changed, failing, 1, '{"note":"handler-error"}'),
    aRecord(changed, endless, 1, '{"note":"handler-endless"}'),
    aRecord(changed, failing, 2, '{"note":"waits behind it"}'),
    aRecord(changed, large, 1, `{"note":"${'x'.repeat(LARGE)}`),
  ];
  const parked = [broken, wrong, failing, endless, large].map((key) => ({ record_key: key, behind: false }));
  return {
    records,
    strangers: new Set([broken, wrong, unknown, failing, endless, large]),
    parked: [...parked, { record_key: failing, behind: true }],
  };
};

/** Sends it, past all that would refuse it: no service of ours says such things, and the topic takes more than it should. */
export const poison = async ({ brokers, topics }: Place) => {
  const { records, ...expected } = poisonFor(topics);
  const bus = kafkaEventBus({ brokers, clientId: 'spec' });
  const config = { 'max.message.bytes': String(2 * LARGE) };
  await bus.ensureTopics([{ topic: topics.fact, partitions: PARTITIONS, replicationFactor: 1, config }]);
  // eslint-disable-next-line no-restricted-syntax -- no relay would send this
  await bus.publish(records);
  await bus.close();
  return expected;
};
