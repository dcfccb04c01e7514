import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';

import { type Consuming, type ConsumeOptions, MAX_CHUNK, type ReceivedRecord } from '../event-bus.ts';
import { type Log, noLog } from '../log.ts';
import { received } from './received.ts';
import { type Commits, createCommits } from './offset-commits.ts';
import { GIVE_UP } from './settings.ts';

/** Longer than any pause of a healthy process: to take partitions from the living costs more than to wait for the dead. */
const MEMBER_TIMEOUT = 30_000;

/** Joins the group and hands over small batches. No exception of a handler ever reaches kafkajs: it would stop for good. */
export const consume = async (
  kafka: Kafka,
  options: ConsumeOptions & {
    readonly concurrency: number;
    readonly memberTimeoutMs?: number | undefined;
    readonly log?: Log | undefined;
  },
  onJoined: () => void,
): Promise<Consuming> => {
  const consumer = memberOf(kafka, options.groupId, options.memberTimeoutMs ?? MEMBER_TIMEOUT);
  const log = options.log ?? noLog;
  const commits = createCommits(log);
  watchForCrash(consumer, options.onFatal, () => {
    commits.forget();
    onJoined();
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...options.topics], fromBeginning: options.fromBeginning });

  const stopping = new AbortController();
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: options.concurrency,
    eachBatch: (payload) => handleBatch(payload, { ...options, stopping: stopping.signal, commits, log }),
  });
  return {
    stop: async () => {
      stopping.abort();
      await commits.flush();
      await consumer.stop();
      await consumer.disconnect();
    },
  };
};

const memberOf = (kafka: Kafka, groupId: string, sessionTimeout: number) =>
  kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    sessionTimeout,
    rebalanceTimeout: 60_000,
    // Two may get lost before it is taken for dead.
    heartbeatInterval: Math.min(3_000, sessionTimeout / 3),
    maxBytesPerPartition: 262_144,
    minBytes: 1,
    // An answer comes as soon as there is something. Short enough for a stop, since leaving the group waits for it.
    maxWaitTimeInMs: 1_500,
    retry: { ...GIVE_UP, restartOnFailure: () => Promise.resolve(true) },
  });

/** kafkajs restarts after what it calls retriable; after anything else nobody would read these topics any more. */
const watchForCrash = (consumer: Consumer, onFatal: ConsumeOptions['onFatal'], onJoined: () => void) => {
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) onFatal(error);
  });
  consumer.on(consumer.events.GROUP_JOIN, onJoined);
};

type Work = Pick<ConsumeOptions, 'onBatch'> & {
  readonly stopping: AbortSignal;
  readonly commits: Commits;
  readonly log: Log;
};

const handleBatch = async (payload: EachBatchPayload, { onBatch, stopping, commits, log }: Work): Promise<void> => {
  const { topic, partition, messages } = payload.batch;
  const pulse = startPulse(payload);
  const signal = AbortSignal.any([stopping, pulse.signal]);
  try {
    for (let from = 0; from < messages.length && !signal.aborted; from += MAX_CHUNK) {
      const records = messages.slice(from, from + MAX_CHUNK).map((message) => received(topic, partition, message));
      if (!(await settles(() => onBatch({ topic, partition, records, signal }), signal, log))) break;
      note(payload, records, commits);
    }
    // It is our last word to the group: nobody is to repeat what was done.
    if (stopping.aborted) await commits.flush();
  } finally {
    pulse.stop();
  }
  const lost = pulse.lost();
  if (lost) throw forKafkajs(lost);
};

/** Heartbeats go on while a batch is worked on, however long that takes; when they fail, the partition is no longer ours. */
const startPulse = (payload: EachBatchPayload) => {
  const gone = new AbortController();
  let lost: unknown = null;
  const timer = setInterval(() => {
    if (!payload.isRunning() || payload.isStale()) gone.abort();
    payload.heartbeat().catch((cause: unknown) => {
      lost = cause;
      gone.abort();
    });
  }, 1_000);
  return {
    signal: gone.signal,
    lost: () => lost,
    stop: () => {
      clearInterval(timer);
    },
  };
};

/** False when the batch must come again. */
const settles = async (work: () => Promise<void>, signal: AbortSignal, log: Log) => {
  try {
    await work();
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    log.error({ err: error }, 'A batch was not handled and comes again');
    await pause(1_000, undefined, { signal }).catch(() => undefined);
    return false;
  }
};

const note = (payload: EachBatchPayload, records: readonly ReceivedRecord[], commits: Commits) => {
  const { topic, partition } = payload.batch;
  const last = records.at(-1);
  if (!last) return;
  payload.resolveOffset(last.offset);
  const offset = String(BigInt(last.offset) + 1n);
  commits.note({ topic, partition, offset }, (offsets) => payload.commitOffsetsIfNecessary(offsets));
};

/** Only errors of its own kind do kafkajs no harm: for a TypeError it would stop the consumer for good. */
const forKafkajs = (error: unknown) =>
  error instanceof kafkajs.KafkaJSError ? error : new kafkajs.KafkaJSError(String(error));
