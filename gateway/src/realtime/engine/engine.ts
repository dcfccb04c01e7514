import type { EventBus } from '@crm/messaging/kafka';
import { type GraphQLSchema } from 'graphql';

import { createCompile } from '../compile/compile.ts';
import { type ChangeFields, changeFieldsOf } from '../schema/fields.ts';
import type { Addressed } from '../schema/watched.ts';
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
  let addressed: ReadonlyMap<string, Addressed> = new Map();
  const addressedOn = (topic: string) => addressed.get(topic) ?? null;
  const log = createEventLog({ keepMs, keepBytes: KEEP_BYTES, now, addressed: addressedOn });
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
      addressed = addressedIn(fields);
      feed?.follow([...fields.values()].flat().map(({ topic }) => topic));
      streams.recompile(createCompile({ schema, fields }));
    },
    stop: async () => {
      stopping.abort();
      clearInterval(tidying);
      await feed?.stop();
    },
  };
};

const addressedIn = (fields: ChangeFields) =>
  new Map(
    [...fields.values()]
      .flat()
      .flatMap((each) => (each.watches === 'received' ? [[each.topic, each.addressed] as const] : [])),
  );
