import type { ICustomPartitioner, Kafka, Producer, TopicMessages } from 'kafkajs';

import { type KafkaRecord, RecordRefused } from '../event-bus.ts';
import type { Fence } from './fence.ts';
import { groupedOnce } from './grouping-patch.ts';
import { partitionOf } from './partition-of.ts';
import { patchProduceEncoding } from './produce-patch.ts';
import { OutgoingMessage } from './produce-request.ts';
import { NEVER_GIVE_UP } from './settings.ts';

/**
 * Sends one batch after the other. After any rejection the producer is thrown away: kafkajs would give its sequence
 * number to the next batch, and the broker would take that for a repeat and drop it. A new producer has a new id.
 */
export const createProducer = (kafka: Kafka, fence: Pick<Fence, 'during'>) => {
  patchProduceEncoding();
  let current: Producer | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const attempt = async (topicMessages: TopicMessages[]) => {
    const producer = (current ??= fresh(kafka));
    try {
      await producer.connect();
      await producer.sendBatch({ topicMessages, acks: -1, timeout: BROKER_TIMEOUT });
    } catch (cause) {
      if (current === producer) current = null;
      abandon(producer);
      throw isRefusal(cause) ? new RecordRefused('The broker will never take this record', { cause }) : cause;
    }
  };

  return {
    publish: (records: readonly KafkaRecord[], maySend?: () => boolean): Promise<void> => {
      if (records.length === 0) return Promise.resolve();
      const mine = last.then(() => fence.during(maySend, () => attempt(byTopic(records))));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      const producer = current;
      current = null;
      await producer?.disconnect();
    },
  };
};

/** How long the broker may wait for its replicas; less than the request's own timeout. */
const BROKER_TIMEOUT = 10_000;

/** Every record has a key. */
const byKey: ICustomPartitioner =
  () =>
  ({ partitionMetadata, message }) =>
    partitionOf(String(message.key), partitionMetadata.length);

const fresh = (kafka: Kafka) =>
  kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry: NEVER_GIVE_UP,
    createPartitioner: byKey,
  });

/** Its fate is of no interest: nothing is sent through it again. */
const abandon = (producer: Producer) => {
  producer.disconnect().catch(() => undefined);
};

const byTopic = (records: readonly KafkaRecord[]): TopicMessages[] => {
  const messages = new Map<string, OutgoingMessage[]>();
  for (const record of records) {
    const sofar = messages.get(record.topic);
    if (sofar) sofar.push(new OutgoingMessage(record));
    else messages.set(record.topic, [new OutgoingMessage(record)]);
  }
  return Array.from(messages, ([topic, its]) => ({ topic, messages: groupedOnce(its) }));
};

const REFUSALS = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** kafkajs wraps the broker's answer once or twice. */
const isRefusal = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('type' in error && typeof error.type === 'string' && REFUSALS.has(error.type)) return true;
  return isRefusal(error.cause);
};
