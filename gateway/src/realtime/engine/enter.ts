import type { Wait } from '../compile/compiled.ts';
import type { Entry } from './entries.ts';
import type { EventLog, Logged } from './event-log.ts';
import type { Member } from './group.ts';
import { eventIdOf } from './position.ts';
import { type Subscriber, createSubscriber } from './subscriber.ts';

export type Entering = {
  readonly log: EventLog;
  readonly subscribers: Set<Subscriber>;
  /** Messages that may wait for one slow client. */
  readonly queue: number;
  readonly now: () => number;
  readonly onCount: (subscriptions: number) => void;
  joined: number;
};

type Prepared = { readonly wait: Wait; readonly missed: readonly Logged[] };

/** From here on events are noted for the subscriber, while the graph is still being asked. */
export const enter = (state: Entering, entry: Entry, { wait: { field }, missed }: Prepared) => {
  const { log, subscribers } = state;
  state.joined += 1;
  const onLeave = () => {
    subscribers.delete(subscriber);
    state.onCount(subscribers.size);
    entry.group.leave(member);
    if (!entry.group.isEmpty()) return;
    entry.opening = null;
    entry.idleSince = state.now();
  };
  const place = () =>
    entry.group.isIdle() ? eventIdOf(field.topic, log.position(field.topic), entry.group.memory) : null;
  const subscriber = createSubscriber(state.queue, { onLeave, place });
  const member: Member = { subscriber, number: state.joined, after: log.sequence() };
  subscribers.add(subscriber);
  state.onCount(subscribers.size);
  entry.idleSince = null;
  entry.group.join(member, missed);
  return subscriber;
};
