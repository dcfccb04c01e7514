import { randomUUID } from 'node:crypto';

import { type Result, accept, refuse } from '@crm/kernel';

import type { Compile } from '../compile/compile.ts';
import type { Reply, Wait } from '../compile/compiled.ts';
import { type Refused, refused } from '../refused.ts';
import { failedWith } from './answer.ts';
import { type Entering, enter } from './enter.ts';
import { type Entries, type Entry, type Source, createEntries, keyOf, placeOf, placesOf } from './entries.ts';
import type { EventLog, Logged } from './event-log.ts';
import { type Group, createGroup } from './group.ts';
import { inTime } from './in-time.ts';
import { eventIdOf, positionOf } from './position.ts';
import type { Reading } from './reading.ts';
import type { Reader, Resolve } from './resolve.ts';
import type { Stream } from './subscriber.ts';

export type SubscribeRequest = Source & {
  readonly reader: Reader;
  /** The last event that the client has received; null starts now. */
  readonly lastEventId: string | null;
};

type Setup = {
  readonly log: EventLog;
  /** Resolves when a topic is being read, or false when it is not within a moment. */
  readonly isFollowed: (topic: string) => Promise<boolean>;
  readonly resolve: Resolve;
  readonly read: Reading;
  /** How long a client may be away. */
  readonly keepMs: number;
  /** Messages that may wait for one slow client. */
  readonly queue: number;
  readonly now: () => number;
  /** Told how many there are, whenever that changes. */
  readonly onCount: (subscriptions: number) => void;
};

/** A subscription that was understood, before anybody waits. */
type Prepared = { readonly wait: Wait; readonly missed: readonly Logged[] };

type State = Setup & Entering & { readonly entries: Entries; compile: Compile };

/** All subscriptions of this process, whatever carries them. */
export const createStreams = (setup: Setup) => {
  const entries = createEntries(setup.keepMs, setup.now);
  const nothingYet: Compile = () => refuse(refused('SERVICE_UNAVAILABLE'));
  const state: State = { ...setup, entries, subscribers: new Set(), compile: nothingYet, joined: 0 };

  return {
    /** The changes from now on, or from the client's last event; refused when a query for the same would be. */
    subscribe: (request: SubscribeRequest) => subscribe(state, request),
    /** To be called now and then. */
    tidy: entries.tidy,
    /** Something has happened. */
    tell: (logged: Logged) => {
      for (const { group } of entries.concernedBy(logged)) group.add(logged);
    },
    /** The graph has changed: who waits for what is no longer there is told so. */
    recompile: (compile: Compile) => {
      state.compile = compile;
      for (const entry of entries.all()) rewrite(entry, compile, entries.remove);
    },
    /** This process stops: the clients are to go on elsewhere. */
    restart: () => {
      for (const each of [...state.subscribers]) each.stream.end({ kind: 'restart' });
    },
  };
};

const subscribe = async (state: State, request: SubscribeRequest): Promise<Result<Stream, Refused>> => {
  const prepared = await prepare(state, request);
  if (!prepared.ok) return prepared;
  const { wait } = prepared.value;

  const key = keyOf(request, request.reader);
  const entry = state.entries.get(key) ?? newEntry(state, key, request, wait);
  state.entries.add(entry);
  const { stream } = enter(state, entry, prepared.value);
  const allowed = endOf(stream) ?? (await opened(state, request, { entry, wait }));
  if (allowed.ok) return accept(stream);
  stream.leave();
  if (!entry.hasOpened && entry.group.isEmpty()) state.entries.remove(entry);
  return allowed;
};

/** Set already when more was missed than can be caught up with. */
const endOf = (stream: Stream): Result<null, Refused> | null => {
  const ending = stream.ending();
  return ending?.kind === 'refused' ? refuse(ending.refused) : null;
};

const opened = async (
  state: State,
  request: SubscribeRequest,
  { entry, wait }: { readonly entry: Entry; readonly wait: Wait },
): Promise<Result<null, Refused>> => {
  entry.opening ??= openEntry(state, entry);
  const there = await entry.opening;
  if (!there.ok) return there;
  // Asked again: something may have happened while the graph was being asked.
  const missed = missedBy(request, wait, state.log);
  return inTime(request.lastEventId, { memory: entry.group.memory, wait, there: there.value, missed });
};

const prepare = async (state: State, request: SubscribeRequest): Promise<Result<Prepared, Refused>> => {
  const wait = waitOf(state.compile, request);
  if (!wait.ok) return wait;
  if (!(await state.isFollowed(wait.value.field.topic))) return refuse(refused('SERVICE_UNAVAILABLE'));
  const missed = missedBy(request, wait.value, state.log);
  return missed.ok ? accept({ wait: wait.value, missed: missed.value }) : missed;
};

export type Streams = ReturnType<typeof createStreams>;

const waitOf = (compile: Compile, { query, operationName, variables }: Source): Result<Wait, Refused> => {
  const compiled = compile(query, operationName);
  return compiled.ok ? compiled.value.wait(variables) : compiled;
};

/** The events since the last one that a client has received, as far as they can concern it. */
const missedBy = (
  { lastEventId, reader }: SubscribeRequest,
  wait: Wait,
  log: EventLog,
): Result<readonly Logged[], Refused> => {
  const { field } = wait;
  if (lastEventId === null) return accept([]);
  const position = positionOf(field.topic, lastEventId);
  if (!position) return refuse(refused('BAD_EVENT_ID'));
  const since = log.since(field.topic, position);
  if (!since) return refuse(refused('RESUME_EXPIRED'));
  const place = placeOf(wait, reader);
  return accept(since.filter(({ event }) => placesOf(event).includes(place)));
};

const newEntry = ({ read }: Setup, key: string, { reader, ...source }: SubscribeRequest, wait: Wait): Entry => ({
  key,
  place: placeOf(wait, reader),
  group: createGroup(wait, (current, news) => read(current, news, reader), randomUUID()),
  source,
  reader,
  opening: null,
  hasOpened: false,
  idleSince: null,
});

/** Asks the graph for the whole selection once, as the reader: whatever a query may not ask is refused here. */
const openEntry = async ({ resolve, log }: Setup, entry: Entry): Promise<Result<readonly string[], Refused>> => {
  const wait = entry.group.wait();
  const reply = await resolve(wait.opening, entry.reader, null).catch(() => null);
  const opened = reply ? wait.openedWith(reply) : refuse(failedWith([]).refused);
  if (opened.ok) {
    entry.hasOpened = true;
    entry.group.open(opened.value);
    if (reply) tellIfOver(entry.group, reply, log);
  } else {
    entry.opening = null;
    entry.group.end(opened.refusal);
  }
  return opened;
};

/** What was over before anybody waited for it is told once. */
const tellIfOver = (group: Group, reply: Reply, log: EventLog) => {
  const { field, id, answerOf } = group.wait();
  if (id === null) return;
  const answer = answerOf(reply, { id, isNew: false });
  if (answer.kind !== 'over') return;
  group.finish({
    about: id,
    eventId: eventIdOf(field.topic, log.position(field.topic), group.memory),
    result: answer.result,
  });
};

const rewrite = (entry: Entry, compile: Compile, remove: (entry: Entry) => void) => {
  const next = waitOf(compile, entry.source);
  const isSame = next.ok && placeOf(next.value, entry.reader) === entry.place;
  if (isSame) {
    entry.group.rewrite(next.value);
    return;
  }
  const reason = next.ok ? undefined : next.refusal.errors[0]?.message;
  entry.group.end(refused('SCHEMA_CHANGED', { ...(reason !== undefined && { reason }) }));
  remove(entry);
};
