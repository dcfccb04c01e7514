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

/** Why nothing more comes: it was refused or shed, or this process stops and another will go on. */
export type Ending = { readonly kind: 'refused'; readonly refused: Refused } | { readonly kind: 'restart' };

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
};

/**
 * One client's end of a subscription, with at most so many messages waiting.
 * @param onLeave told once, when the stream ends in whichever way.
 * @param place where the whole group is.
 */
export const createSubscriber = (
  limit: number,
  { onLeave, place }: { readonly onLeave: () => void; readonly place: () => string | null },
): Subscriber => {
  const queue = coalescingQueue<Message>(limit);
  let waiting: ((message: Message | null) => void) | null = null;
  let ending: Ending | null = null;
  let left = false;

  const wake = (message: Message | null) => {
    const resolve = waiting;
    waiting = null;
    resolve?.(message);
  };
  const leave = () => {
    if (left) return;
    left = true;
    onLeave();
    wake(null);
  };
  const next = (): Promise<Message | null> => {
    if (left) return Promise.resolve(null);
    const message = queue.take();
    return message ? Promise.resolve(message) : new Promise((resolve) => (waiting = resolve));
  };
  const send = (message: Message) => {
    if (left) return true;
    if (!waiting) return queue.put(message.about, message);
    wake(message);
    return true;
  };

  const end = (reason: Ending) => {
    if (left) return;
    ending = reason;
    leave();
  };
  return {
    stream: { next, ending: () => ending, place: () => (queue.size() === 0 ? place() : null), leave, end },
    send,
  };
};
