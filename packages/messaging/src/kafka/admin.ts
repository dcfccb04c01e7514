import { setTimeout as pause } from 'node:timers/promises';

import kafkajs, { type Admin, type Kafka } from 'kafkajs';

import type { GroupStart, PartitionLag, TopicPlan } from '../event-bus.ts';

/** Opens an admin connection for one task. */
export const withAdmin = async <Value>(kafka: Kafka, task: (admin: Admin) => Promise<Value>): Promise<Value> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await task(admin);
  } finally {
    await admin.disconnect();
  }
};

export const ensureTopics = async (admin: Admin, plans: readonly TopicPlan[]) => {
  const existing = new Set(await admin.listTopics());
  const missing = plans.filter(({ topic }) => !existing.has(topic));
  const old = plans.filter(({ topic }) => existing.has(topic));
  if (missing.length > 0) await createTopics(admin, missing);
  if (old.length > 0) await correctDrift(admin, old);
};

/** Several services may create the same topic at once: that it exists by now is no error. */
const createTopics = async (admin: Admin, plans: readonly TopicPlan[]) => {
  await admin.createTopics({
    // Its own wait gives up when a broker has not heard of the topic yet.
    waitForLeaders: false,
    topics: plans.map(({ topic, partitions, replicationFactor, config }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: entriesOf(config),
    })),
  });
  await untilLed(
    admin,
    plans.map(({ topic }) => topic),
  );
};

const LEADERS_WITHIN = 15_000;
const LOOK_AGAIN = 50;

const untilLed = async (admin: Admin, topics: string[]) => {
  for (const deadline = Date.now() + LEADERS_WITHIN; ;) {
    try {
      const { topics: known } = await admin.fetchTopicMetadata({ topics });
      if (known.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    if (Date.now() > deadline) throw new Error(`Topics without a leader: ${topics.join(', ')}`);
    await pause(LOOK_AGAIN);
  }
};

const correctDrift = async (admin: Admin, plans: readonly TopicPlan[]) => {
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: plans.map(({ topic, config }) => ({ type, name: topic, configNames: Object.keys(config) })),
  });
  const live = new Map(
    resources.map((each) => [
      each.resourceName,
      new Map(each.configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
  const drifted = plans.filter(({ topic, config }) =>
    Object.entries(config).some(([name, value]) => live.get(topic)?.get(name) !== value),
  );
  if (drifted.length === 0) return;
  await admin.alterConfigs({
    validateOnly: false,
    resources: drifted.map(({ topic, config }) => ({ type, name: topic, configEntries: entriesOf(config) })),
  });
};

const entriesOf = (config: TopicPlan['config']) => Object.entries(config).map(([name, value]) => ({ name, value }));

export const lagOf = async (admin: Admin, groupId: string, topics: readonly string[]): Promise<PartitionLag[]> => {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const perTopic = await Promise.all(
    committed.map(async ({ topic, partitions }) => {
      const done = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
      const ends = await admin.fetchTopicOffsets(topic);
      return ends.map(({ partition, high, low }) => ({
        topic,
        partition,
        lag: Number(BigInt(high) - atLeast(BigInt(low), done.get(partition) ?? -1n)),
      }));
    }),
  );
  return perTopic.flat();
};

const atLeast = (low: bigint, offset: bigint) => (offset < low ? low : offset);

/** Real offsets, as they are now: kafkajs's resetOffsets would commit the literal -2. */
export const offsetsAt = async (admin: Admin, topics: readonly string[], to: GroupStart): Promise<Place[]> => {
  const perTopic = await Promise.all(
    topics.map(async (topic) => (await startOffsets(admin, topic, to)).map((each) => ({ topic, ...each }))),
  );
  return perTopic.flat();
};

export type Place = { readonly topic: string; readonly partition: number; readonly offset: string };

const startOffsets = async (admin: Admin, topic: string, to: GroupStart) => {
  if (to instanceof Date) return admin.fetchTopicOffsetsByTimestamp(topic, to.getTime());
  const ends = await admin.fetchTopicOffsets(topic);
  return ends.map(({ partition, low, high }) => ({ partition, offset: to === 'earliest' ? low : high }));
};

/** A group's running members would commit over any move. */
export const hasMembers = async (admin: Admin, groupId: string): Promise<boolean> => {
  const { groups } = await admin.describeGroups([groupId]);
  return groups.some(({ members }) => members.length > 0);
};

/** Whether the group has committed exactly these places. */
export const standsAt = async (admin: Admin, groupId: string, places: readonly Place[]): Promise<boolean> => {
  const topics = [...new Set(places.map(({ topic }) => topic))];
  const committed = await admin.fetchOffsets({ groupId, topics });
  const offsetOf = ({ topic, partition }: Place) =>
    committed.find((each) => each.topic === topic)?.partitions.find((each) => each.partition === partition)?.offset;
  return places.every((place) => offsetOf(place) === place.offset);
};
