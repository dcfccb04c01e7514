import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Consumer, Kafka } from 'kafkajs';

import type { Tailing, TailOptions, TopicPlace } from '../event-bus.ts';
import { offsetsAt, withAdmin } from './admin.ts';
import { received } from './received.ts';
import { GIVE_UP } from './settings.ts';

const TRY_AGAIN_MS = 1_000;
const STOP_WITHIN_MS = 2_000;

/** Which record of each partition comes next. It outlives every connection: that is why nothing is lost. */
const startPlaces = () => {
  const next = new Map<string, bigint>();
  const keyOf = (topic: string, partition: number) => `${topic}/${String(partition)}`;
  return {
    known: () => next.size > 0,
    // A partition that was not there when reading started is new: all of it is ours.
    of: (topic: string, partition: number) => next.get(keyOf(topic, partition)) ?? 0n,
    move: (topic: string, partition: number, offset: bigint) => next.set(keyOf(topic, partition), offset),
  };
};
type Places = ReturnType<typeof startPlaces>;

/**
 * Reads topics past their end for as long as the process lives, for this reader alone: it keeps its own place, commits
 * nothing, and goes on where it was whenever the broker has been away.
 */
export const tail = (admin: Kafka, consuming: Kafka, options: TailOptions): Tailing => {
  const stopping = new AbortController();
  const places = startPlaces();
  const read = async () => {
    while (!stopping.signal.aborted) {
      try {
        if (!places.known()) await fixStart(admin, options, places);
        await readUntilBroken(consuming, options, places, stopping.signal);
      } catch (error) {
        options.onTrouble(error);
      }
      await pause(TRY_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const reading = read();
  return {
    stop: async () => {
      stopping.abort();
      // With the broker away, leaving the group may take as long as kafkajs likes; nothing is lost by not waiting.
      await Promise.race([reading, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
};

const fixStart = async (admin: Kafka, { topics, since, onStart }: TailOptions, places: Places) => {
  const [from, ends] = await withAdmin(admin, async (each) => [
    await offsetsAt(each, topics, since),
    await offsetsAt(each, topics, 'latest'),
  ]);
  const endOf = new Map(ends.map((each) => [`${each.topic}/${String(each.partition)}`, BigInt(each.offset)]));
  const started = from.map(({ topic, partition, offset }): TopicPlace => {
    const end = endOf.get(`${topic}/${String(partition)}`) ?? 0n;
    // -1: there is nothing as young as that.
    const first = BigInt(offset) < 0n ? end : BigInt(offset);
    return { topic, partition, next: first, end };
  });
  for (const { topic, partition, next } of started) places.move(topic, partition, next);
  onStart(started);
};

/** Resolves when told to stop; rejects when kafkajs has given up for good. */
const readUntilBroken = async (kafka: Kafka, options: TailOptions, places: Places, signal: AbortSignal) => {
  const consumer = kafka.consumer({
    // Nobody shares it, and an empty group without offsets is forgotten by the broker.
    groupId: `${options.name}-${randomUUID()}`,
    allowAutoTopicCreation: false,
    maxBytesPerPartition: 262_144,
    minBytes: 1,
    // An answer comes as soon as there is something. Short enough for a stop, which waits for it.
    maxWaitTimeInMs: 1_000,
    retry: { ...GIVE_UP, restartOnFailure: () => Promise.resolve(true) },
  });
  const broken = new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      options.onTrouble(error);
      if (!restart) reject(error);
    });
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  // Joining may fail before anybody waits for it.
  broken.catch(() => undefined);
  keepPlace(consumer, places);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: false });
    await run(consumer, options, places);
    await broken;
  } finally {
    await consumer.stop().catch(() => undefined);
    await consumer.disconnect().catch(() => undefined);
  }
};

/** A group without commits would start at the end after each join. kafkajs tells of a join before it fetches. */
const keepPlace = (consumer: Consumer, places: Places) => {
  consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
    for (const [topic, partitions] of Object.entries(memberAssignment)) {
      for (const partition of partitions) {
        consumer.seek({ topic, partition, offset: String(places.of(topic, partition)) });
      }
    }
  });
};

const run = (consumer: Consumer, { onRecords, onTrouble }: TailOptions, places: Places) =>
  consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: true,
    eachBatch: ({ batch: { topic, partition, messages } }) => {
      const from = places.of(topic, partition);
      const records = messages
        .filter(({ offset }) => BigInt(offset) >= from)
        .map((message) => received(topic, partition, message));
      const last = records.at(-1);
      if (!last) return Promise.resolve();
      places.move(topic, partition, BigInt(last.offset) + 1n);
      try {
        onRecords(records);
      } catch (error) {
        // kafkajs would stop for good, and the next time would be no better.
        onTrouble(error);
      }
      return Promise.resolve();
    },
  });
