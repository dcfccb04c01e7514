import { randomUUID } from 'node:crypto';

import type { KafkaRecord } from '@crm/messaging';

import { promisesOf, type TopicPair } from './thing.ts';

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

/** Poison of five kinds, each in an aggregate of its own, and one record that has to wait behind poison. */
export const poisonFor = (topics: TopicPair) => {
  const { changed } = promisesOf(topics);
  const [broken, wrong, unknown, failing, endless] = [aKey(), aKey(), aKey(), aKey(), aKey()];
  const records: KafkaRecord[] = [
    aRecord(changed, broken, 1, '{"note":'),
    aRecord(changed, wrong, 1, '{"note":5}'),
    aRecord({ ...changed, type: 'spec.thing-vanished.v1' }, unknown, 1, '{}'),
    aRecord(changed, failing, 1, '{"note":"handler-error"}'),
    aRecord(changed, endless, 1, '{"note":"handler-endless"}'),
    aRecord(changed, failing, 2, '{"note":"waits behind it"}'),
  ];
  const parked = [broken, wrong, failing, endless].map((key) => ({ record_key: key, behind: false }));
  return {
    records,
    strangers: new Set([broken, wrong, unknown, failing, endless]),
    parked: [...parked, { record_key: failing, behind: true }],
  };
};
