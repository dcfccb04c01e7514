import type { Kafka } from 'kafkajs';

import type { GroupStart } from '../event-bus.ts';
import { hasMembers, offsetsAt, type Place, standsAt, withAdmin } from './admin.ts';
import { GIVE_UP } from './settings.ts';

/**
 * Moves a group that has no member. An instance that starts just now may join in between and commit what it read: the
 * group was moved only if afterwards it is empty again and stands where it should. False otherwise.
 */
export const moveGroup = async (kafka: Kafka, groupId: string, topics: readonly string[], to: GroupStart) => {
  const places = await withAdmin(kafka, async (admin) =>
    (await hasMembers(admin, groupId)) ? null : offsetsAt(admin, topics, to),
  );
  if (!places) return false;
  await commitPlaces(kafka, groupId, places);
  return withAdmin(
    kafka,
    async (admin) => !(await hasMembers(admin, groupId)) && (await standsAt(admin, groupId, places)),
  );
};

/**
 * Commits offsets for a group by joining it for a moment, all topics at once. kafkajs's own `setOffsets` does the same
 * topic by topic and waits five seconds for each.
 */
const commitPlaces = async (kafka: Kafka, groupId: string, places: readonly Place[]) => {
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
