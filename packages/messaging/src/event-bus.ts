/** One record on its way to a topic. `key` is the aggregate's id: it decides the partition, so order is kept per key. */
export type KafkaRecord = {
  readonly topic: string;
  readonly key: string;
  /** Null is a tombstone. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** The same once more, when it is at hand in Kafka's own notation: who sends it need not read the others. */
  readonly encoded?: RecordBytes;
};

/** `bytes[from … to)`: key, value and headers as in Kafka's record format, version 2. */
export type RecordBytes = { readonly bytes: Buffer; readonly from: number; readonly to: number };

/** One record as it came from a topic; nothing in it has been checked. */
export type ReceivedRecord = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
};

export type ReceivedBatch = {
  readonly topic: string;
  readonly partition: number;
  /** In offset order; at most `MAX_CHUNK`. */
  readonly records: readonly ReceivedRecord[];
  /** Aborted when the partition is no longer ours or the consumer stops: give up waiting, finish nothing new. */
  readonly signal: AbortSignal;
};

export type ConsumeOptions = {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Where a group that has no offsets yet starts. */
  readonly fromBeginning: boolean;
  /**
   * Resolves when all effects of the batch are durable: only then are its offsets committed. Rejects when they are not
   * (or not all): the batch comes again.
   */
  readonly onBatch: (batch: ReceivedBatch) => Promise<void>;
  /** The consumer has stopped for good and cannot recover in this process. The caller ends the process. */
  readonly onFatal: (cause: Error) => void;
};

export type Consuming = {
  /** Finishes the batches in hand, commits them and leaves the group. */
  readonly stop: () => Promise<void>;
};

/** A place in a partition: the record that comes next, and the end when reading started. */
export type TopicPlace = {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
  readonly end: bigint;
};

export type TailOptions = {
  /** Names the reader to the broker. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Reading starts with the first record of each partition that is not older. */
  readonly since: Date;
  /** Told once, before the first record, when the broker has said where each partition starts. */
  readonly onStart: (places: readonly TopicPlace[]) => void;
  /** Records of one partition, in order, each once. Must not wait for anything. */
  readonly onRecords: (records: readonly ReceivedRecord[]) => void;
  /** The broker is away, or `onRecords` threw. Reading goes on by itself where it was. */
  readonly onTrouble: (cause: unknown) => void;
};

export type Tailing = { readonly stop: () => Promise<void> };

/** How a topic is to be: created when missing, settings corrected when they drifted. The partition count never changes. */
export type TopicPlan = {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly config: Readonly<Record<string, string>>;
};

export type PartitionLag = {
  readonly topic: string;
  readonly partition: number;
  /** Records the group has not yet committed. */
  readonly lag: number;
};

/** Where a group is to read from: the oldest kept record, the end, or the first record at or after a time. */
export type GroupStart = 'earliest' | 'latest' | Date;

/** The narrow door to Kafka: all that the suite asks of a broker. */
export type EventBus = {
  /**
   * Resolves when every record is acknowledged by all in-sync replicas, in order per key; else rejects, and some may have
   * arrived. While `maySend` says no, nothing leaves this process: what is under way is tried again when it says yes.
   */
  readonly publish: (records: readonly KafkaRecord[], maySend?: () => boolean) => Promise<void>;
  readonly consume: (options: ConsumeOptions) => Promise<Consuming>;
  /** Every record from a time on, for this reader alone: no group shares them, nothing is committed. Starts without a broker. */
  readonly tail: (options: TailOptions) => Tailing;
  readonly ensureTopics: (plans: readonly TopicPlan[]) => Promise<void>;
  readonly lag: (groupId: string, topics: readonly string[]) => Promise<PartitionLag[]>;
  /** Moves a group that has no running member; false, and to be tried again, when it has or had one meanwhile. */
  readonly moveGroup: (groupId: string, topics: readonly string[], to: GroupStart) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** A record the broker will never take: too large, or invalid. Sending it again is useless. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
}

/** Effects of one database transaction are at most this many records. */
export const MAX_CHUNK = 100;
