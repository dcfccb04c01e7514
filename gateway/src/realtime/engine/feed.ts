import { setTimeout as after } from 'node:timers/promises';

import type { EventBus, Tailing } from '@crm/messaging/kafka';

import type { EventLog, Logged } from './event-log.ts';

type Setup = {
  readonly bus: Pick<EventBus, 'tail'>;
  readonly log: EventLog;
  readonly onNews: (logged: Logged) => void;
  readonly onTrouble: (cause: unknown) => void;
  /** Reading starts this long ago, so that clients of a process that has stopped can go on here. */
  readonly keepMs: number;
  readonly now: () => number;
};

const WITHIN_MS = 3_000;
const LOOK_AGAIN_MS = 50;

/** Follows topics, each once, and writes down what happens. */
export const createFeed = ({ bus, log, onNews, onTrouble, keepMs, now }: Setup) => {
  const followed = new Set<string>();
  const tails: Tailing[] = [];
  let stopped = false;

  return {
    /** Topics that are followed already are left alone: their readers lose nothing when the graph grows. */
    follow: (topics: Iterable<string>) => {
      const fresh = [...new Set(topics)].filter((each) => !followed.has(each));
      if (stopped || fresh.length === 0) return;
      for (const each of fresh) followed.add(each);
      const onRecords: Parameters<EventBus['tail']>[0]['onRecords'] = (records) => {
        for (const record of records) {
          const logged = log.add(record);
          if (logged) onNews(logged);
        }
      };
      const since = new Date(now() - keepMs);
      tails.push(bus.tail({ name: 'gateway', topics: fresh, since, onStart: log.start, onRecords, onTrouble }));
    },
    /** Resolves to whether a topic has been read up to date at least once; waits a moment for it. */
    isFollowed: async (topic: string) => {
      for (const deadline = Date.now() + WITHIN_MS; !log.isCurrent(topic);) {
        if (stopped || !followed.has(topic) || Date.now() > deadline) return false;
        await after(LOOK_AGAIN_MS);
      }
      return true;
    },
    stop: async () => {
      stopped = true;
      await Promise.all(tails.map((each) => each.stop()));
    },
  };
};
