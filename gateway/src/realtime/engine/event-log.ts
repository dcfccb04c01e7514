import type { ReceivedRecord, TopicPlace } from '@crm/messaging/kafka';

import type { Addressed } from '../schema/watched.ts';
import { type ChangeEvent, changeEventOf } from './change-event.ts';
import type { Position } from './position.ts';

/** An event in the order in which this process read it. */
export type Logged = {
  readonly event: ChangeEvent;
  /** Counts all events of all topics. */
  readonly sequence: number;
  /** How far the topic was read, this event included. */
  readonly position: Position;
};

type Bounds = {
  /** How long an event can be come back to. */
  readonly keepMs: number;
  /** The same in memory, for each topic. */
  readonly keepBytes: number;
  readonly now: () => number;
  /** How a topic says for whom its events are; null: they are for everybody. */
  readonly addressed: (topic: string) => Addressed | null;
};

/** A fair estimate for an event with its ids and its place in arrays. */
const EVENT_BYTES = 500;

/**
 * The latest events of each topic, for subscribers who come back after a short while. Every event is given once,
 * whatever the broker repeats: the relay may publish one twice, with the same event id.
 */
export const createEventLog = ({ keepMs, keepBytes, now, addressed }: Bounds) => {
  const topics = new Map<string, TopicLog>();
  const most = Math.max(1, Math.floor(keepBytes / EVENT_BYTES));
  let sequence = 0;
  const topicOf = (name: string) => {
    const topic = topics.get(name) ?? topicLog(most);
    topics.set(name, topic);
    return topic;
  };

  return {
    /** The broker has said where reading starts. */
    start: (places: readonly TopicPlace[]) => {
      for (const place of places) topicOf(place.topic).start(place);
    },
    /** The event of a record that was just read; null when there is no news in it. */
    add: (record: ReceivedRecord): Logged | null => {
      const topic = topicOf(record.topic);
      topic.forget(now() - keepMs);
      const logged = topic.add(record, changeEventOf(record, addressed(record.topic)), sequence + 1, now());
      if (logged) sequence += 1;
      return logged;
    },
    /** How many events there were. */
    sequence: () => sequence,
    /** Whether a topic has been read up to where it ended when reading started. */
    isCurrent: (name: string) => topics.get(name)?.isCurrent() ?? false,
    /** How far a topic has been read. */
    position: (name: string): Position => topicOf(name).position(),
    /** What happened after a place; null when not all of it is known any more. */
    since: (name: string, position: Position): readonly Logged[] | null => {
      const topic = topicOf(name);
      topic.forget(now() - keepMs);
      return topic.since(position);
    },
  };
};

export type EventLog = ReturnType<typeof createEventLog>;

type Partition = {
  /** What is read next. */
  next: number;
  /** The first that is still known. */
  floor: number;
  /** Where it ended when reading started. */
  readonly end: number;
};

const topicLog = (most: number) => {
  const partitions: Partition[] = [];
  const kept: { readonly logged: Logged; readonly at: number }[] = [];
  const ids = new Set<string>();
  // A partition that was not there at the start is new: all of it is known.
  const partitionOf = (number: number) => {
    while (partitions.length <= number) partitions.push({ next: 0, floor: 0, end: 0 });
    return partitions[number] ?? { next: 0, floor: 0, end: 0 };
  };
  const position = () => partitions.map(({ next }) => next);

  return {
    start: ({ partition, next, end }: TopicPlace) => {
      partitionOf(partition);
      partitions[partition] = { next: Number(next), floor: Number(next), end: Number(end) };
    },
    add: (record: ReceivedRecord, event: ChangeEvent | null, sequence: number, at: number): Logged | null => {
      partitionOf(record.partition).next = Number(record.offset) + 1;
      if (!event || ids.has(event.eventId)) return null;
      const logged = { event, sequence, position: position() };
      kept.push({ logged, at });
      ids.add(event.eventId);
      return logged;
    },
    /** Forgets what is older than a time, and the oldest beyond what may be kept. */
    forget: (before: number) => {
      const young = kept.findIndex(({ at }) => at >= before);
      const old = Math.max(young < 0 ? kept.length : young, kept.length - most);
      for (const { logged } of kept.splice(0, old)) {
        partitionOf(logged.event.partition).floor = logged.event.offset + 1;
        ids.delete(logged.event.eventId);
      }
    },
    isCurrent: () => partitions.every(({ next, end }) => next >= end),
    position,
    since: (from: Position): readonly Logged[] | null => {
      if (partitions.some(({ floor }, number) => (from[number] ?? 0) < floor)) return null;
      return kept.flatMap(({ logged }) => (logged.event.offset >= (from[logged.event.partition] ?? 0) ? [logged] : []));
    },
  };
};

type TopicLog = ReturnType<typeof topicLog>;
