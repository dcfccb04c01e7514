import type { EventBus } from '@crm/messaging/kafka';
import { type GraphQLSchema } from 'graphql';

import { createCompile } from '../compile/compile.ts';
import { changeFieldsOf } from '../schema/fields.ts';
import { createEventLog } from './event-log.ts';
import { createFeed } from './feed.ts';
import { createReading } from './reading.ts';
import type { Resolve } from './resolve.ts';
import { createStreams } from './streams.ts';

type Setup = {
  /** Null: nobody tells of changes. */
  readonly bus: Pick<EventBus, 'tail'> | null;
  readonly resolve: Resolve;
  readonly onTrouble: (cause: unknown) => void;
  readonly onCount: (subscriptions: number) => void;
  readonly keepMs?: number;
  readonly queue?: number;
  readonly now?: () => number;
};

/** How long a client may be away and still miss nothing. */
const KEEP_MS = 120_000;
/** For each topic; whichever of the two is reached first. */
const KEEP_BYTES = 4 * 1024 * 1024;
/** Messages that wait for one slow client, one for each record. */
const QUEUE = 32;
const TIDY_MS = 10_000;

/** Everything between the topics and the clients' connections. */
export const createEngine = (setup: Setup) => {
  const { bus, resolve, onTrouble, onCount, keepMs = KEEP_MS, queue = QUEUE, now = Date.now } = setup;
  const stopping = new AbortController();
  const log = createEventLog({ keepMs, keepBytes: KEEP_BYTES, now });
  const read = createReading(resolve, stopping.signal);
  const isFollowed = (topic: string) => feed?.isFollowed(topic) ?? Promise.resolve(false);
  const streams = createStreams({ log, isFollowed, resolve, read, keepMs, queue, now, onCount });
  const feed = bus && createFeed({ bus, log, onNews: streams.tell, onTrouble, keepMs, now });
  const tidying = setInterval(streams.tidy, TIDY_MS).unref();

  return {
    streams,
    /** A new state of the graph is being served. */
    schemaChanged: (schema: GraphQLSchema, supergraph: string) => {
      const fields = changeFieldsOf(supergraph);
      feed?.follow([...fields.values()].map(({ topic }) => topic));
      streams.recompile(createCompile({ schema, fields }));
    },
    stop: async () => {
      stopping.abort();
      clearInterval(tidying);
      await feed?.stop();
    },
  };
};
