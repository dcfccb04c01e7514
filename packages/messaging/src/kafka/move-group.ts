import type { Kafka } from 'kafkajs';

import type { Place } from './admin.ts';
import { GIVE_UP } from './settings.ts';

/**
 * Commits offsets for a group by joining it for a moment, all topics at once. kafkajs's own `setOffsets` does the same
 * topic by topic and waits five seconds for each.
 */
export const commitPlaces = async (kafka: Kafka, groupId: string, places: readonly Place[]) => {
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 50, retry: GIVE_UP });
  const joined = new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      resolve();
    });
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      if (!restart) reject(error);
    });
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...new Set(places.map(({ topic }) => topic))] });
    // Reads and forgets: nothing is resolved, so nothing of it is committed.
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: () => Promise.resolve() });
    await joined;
    await consumer.commitOffsets([...places]);
  } finally {
    await consumer.disconnect();
  }
};
