import type { FormattedExecutionResult } from 'graphql';

import type { Refused } from '../refused.ts';
import { coalescingQueue } from './coalescing-queue.ts';

/** One answer on its way to a client. */
export type Message = {
  /** The record it is about: a newer answer takes the place of one that was not sent yet. */
  readonly about: string;
  /** Where a client who has received it can go on. */
  readonly eventId: string;
  readonly result: FormattedExecutionResult;
};

/** Why nothing more comes: all is told; it was refused or shed; or this process stops and another will go on. */
export type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'restart' };

export type Stream = {
  /** The next message; null when there are no more: `ending` says why. */
  readonly next: () => Promise<Message | null>;
  readonly ending: () => Ending | null;
  /** Where the client can go on without having missed anything; null while something is on its way to it. */
  readonly place: () => string | null;
  /** The client has gone. */
  readonly leave: () => void;
  /** What is waiting is dropped: whoever was given no later event id can ask for it again. */
  readonly end: (ending: Ending) => void;
};

export type Subscriber = {
  readonly stream: Stream;
  /** False when the client does not keep up: the message was not taken. */
  readonly send: (message: Message) => boolean;
  /** Sends the last message. What waits before it is still given out, and then the stream has come to its end. */
  readonly complete: (last: Message) => void;
};

/** Hands messages over from who sends to who takes, one at a time. */
const handover = (limit: number) => {
  const queue = coalescingQueue<Message>(limit);
  let waiting: ((message: Message | null) => void) | null = null;
  const give = (message: Message | null) => {
    const resolve = waiting;
    waiting = null;
    resolve?.(message);
  };
  return {
    size: queue.size,
    put: (message: Message) => {
      if (!waiting) return queue.put(message.about, message);
      give(message);
      return true;
    },
    take: queue.take,
    wait: () => new Promise<Message | null>((resolve) => (waiting = resolve)),
    end: () => {
      give(null);
    },
  };
};

/**
 * One client's end of a subscription, with at most so many messages waiting.
 * @param onLeave told once, when nothing more can come: the stream ends in whichever way.
 * @param place where the whole group is.
 */
export const createSubscriber = (
  limit: number,
  { onLeave, place }: { readonly onLeave: () => void; readonly place: () => string | null },
): Subscriber => {
  const messages = handover(limit);
  let ending: Ending | null = null;
  let [left, isTold] = [false, false];

  const tellOnce = () => {
    if (!isTold) onLeave();
    isTold = true;
  };
  const leave = () => {
    if (left) return;
    left = true;
    tellOnce();
    messages.end();
  };
  const next = (): Promise<Message | null> => {
    const message = left ? undefined : messages.take();
    if (message) return Promise.resolve(message);
    if (ending) leave();
    return left ? Promise.resolve(null) : messages.wait();
  };
  const end = (reason: Ending) => {
    if (left) return;
    ending = reason;
    leave();
  };
  const complete = (last: Message) => {
    if (left || ending) return;
    messages.put(last);
    ending = { kind: 'complete' };
    tellOnce();
  };
  return {
    stream: { next, ending: () => ending, place: () => (messages.size() === 0 ? place() : null), leave, end },
    send: (message) => left || messages.put(message),
    complete,
  };
};
