import type { Wait } from '../compile/compiled.ts';
import { type Refused, refused } from '../refused.ts';
import type { Answer } from './answer.ts';
import type { ChangeEvent } from './change-event.ts';
import { type CoalescingQueue, coalescingQueue } from './coalescing-queue.ts';
import type { Logged } from './event-log.ts';
import { knownRecords } from './known-records.ts';
import { eventIdOf } from './position.ts';
import type { Message, Subscriber } from './subscriber.ts';

/** Something that happened to a record, still to be told. */
export type News = { readonly event: ChangeEvent; readonly isNew: boolean };

/** Reads a record as a group's readers may see it, with patience for what is over in a moment. */
export type Read = (wait: Wait, news: News) => Promise<Answer>;

export type Member = {
  readonly subscriber: Subscriber;
  /** Tells it from all others. */
  readonly number: number;
  /** Events up to this one were before its time. */
  readonly after: number;
};

type Task = News & {
  readonly logged: Logged;
  /** Null: for all members; else for the one who catches up. */
  readonly only: Member | null;
};

/**
 * More records than this waiting to be read: the graph cannot keep up, and nobody is served by waiting. Nor by coming
 * back: as many would have been missed.
 */
const BACKLOG = 1_000;
/** Records whose going is told. */
const KNOWN = 600;

const FIRST_VERSION = 1;

type State = {
  wait: Wait;
  isOpen: boolean;
  isRunning: boolean;
  readonly members: Set<Member>;
  readonly backlog: CoalescingQueue<Task>;
  /** What was missed by those who catch up: read first, as it is older, and bounded by itself, to keep nobody else out. */
  readonly missed: CoalescingQueue<Task>;
  /** Records that these readers were shown, or could have been: of these alone they are told that one has gone. */
  readonly known: ReturnType<typeof knownRecords>;
  /** Of these it was told. Who comes back may have been cut off just before. */
  readonly gone: ReturnType<typeof knownRecords>;
  readonly read: Read;
  readonly memory: string;
};

/**
 * Subscribers who wait for the same, by the same words and with the same permissions: one reading serves them all.
 * Events are handled one after the other, in the order in which they came; of several for one record the last is enough.
 * @param memory tells what this group remembers of its readers from what any other does.
 */
export const createGroup = (wait: Wait, read: Read, memory: string) => {
  const members = new Set<Member>();
  const [backlog, missed] = [coalescingQueue<Task>(BACKLOG), coalescingQueue<Task>(BACKLOG)];
  const [known, gone] = [knownRecords(KNOWN), knownRecords(KNOWN)];
  const state: State = { wait, isOpen: false, isRunning: false, members, backlog, missed, known, gone, read, memory };
  return {
    memory,
    isEmpty: () => members.size === 0,
    /** Whether all that came has been told. */
    isIdle: () => state.isOpen && !state.isRunning && backlog.size() + missed.size() === 0,
    join: (member: Member, since: readonly Logged[]) => {
      members.add(member);
      for (const each of since) if (members.has(member)) add(state, each, member);
    },
    leave: (member: Member) => {
      members.delete(member);
      missed.drop(({ only }) => only === member);
    },
    add: (logged: Logged) => {
      if (members.size > 0) add(state, logged, null);
    },
    /** The graph has said that this may be subscribed to, and which records are there. */
    open: (ids: readonly string[]) => {
      for (const id of ids) state.known.add(id);
      state.isOpen = true;
      void run(state);
    },
    /** Nothing more will be told: all members hear the last, and their streams complete. */
    finish: (last: Message) => {
      finish([...members], last);
    },
    wait: () => state.wait,
    /** The same wait in a new state of the graph. */
    rewrite: (next: Wait) => {
      state.wait = next;
    },
    end: (refusal: Refused) => {
      end([...members], refusal);
    },
  };
};

const add = (state: State, logged: Logged, only: Member | null) => {
  const { event } = logged;
  const key = only ? `${String(only.number)} ${event.id}` : event.id;
  const queue = only ? state.missed : state.backlog;
  const isNew = event.version === FIRST_VERSION || (queue.get(key)?.isNew ?? false);
  if (queue.put(key, { event, isNew, logged, only })) void run(state);
  else end(only ? [only] : [...state.members], refused('RESUME_EXPIRED'));
};

const run = async (state: State) => {
  if (state.isRunning || !state.isOpen) return;
  state.isRunning = true;
  const next = () => state.missed.take() ?? state.backlog.take();
  for (let task = next(); task; task = next()) {
    // Otherwise nobody is left to read for.
    if (recipientsOf(task, state.members).length > 0) await handle(state, task);
  }
  state.isRunning = false;
};

const handle = async (state: State, task: Task) => {
  const { wait, read, members, known, gone, memory } = state;
  const { id } = task.event;
  const answer = await read(wait, task);
  const recipients = recipientsOf(task, members);
  if (answer.kind === 'failed') end(recipients, answer.refused);
  // Who joined while it was read would wait for an event that does not come any more.
  if (answer.kind === 'over') finish([...members], messageOf({ ...task.logged, memory }, answer.result));
  if (answer.kind === 'there') {
    known.add(id);
    gone.forget(id);
    tell(recipients, { ...task.logged, memory }, answer.result);
  }
  if (answer.kind === 'absent' && wait.removal && isMissed(state, task)) {
    known.forget(id);
    gone.add(id);
    tell(recipients, { ...task.logged, memory }, { data: { ...wait.removal(id) } });
  }
};

/** Whether a record that is not there was there for these readers. */
const isMissed = ({ known, gone }: State, { event: { id }, only }: Task) =>
  known.has(id) || (only !== null && gone.has(id));

export type Group = ReturnType<typeof createGroup>;

const recipientsOf = ({ only, logged }: Task, members: ReadonlySet<Member>): readonly Member[] => {
  if (only) return members.has(only) ? [only] : [];
  return [...members].filter(({ after }) => after < logged.sequence);
};

type Place = Logged & Pick<State, 'memory'>;

const messageOf = ({ event, position, memory }: Place, result: Message['result']): Message => ({
  about: event.id,
  eventId: eventIdOf(event.topic, position, memory),
  result,
});

const tell = (recipients: readonly Member[], place: Place, result: Message['result']) => {
  const message = messageOf(place, result);
  for (const { subscriber } of recipients) {
    if (!subscriber.send(message)) subscriber.stream.end({ kind: 'refused', refused: refused('SLOW_CONSUMER') });
  }
};

const end = (recipients: readonly Member[], refusal: Refused) => {
  for (const { subscriber } of recipients) subscriber.stream.end({ kind: 'refused', refused: refusal });
};

const finish = (recipients: readonly Member[], last: Message) => {
  for (const { subscriber } of recipients) subscriber.complete(last);
};
