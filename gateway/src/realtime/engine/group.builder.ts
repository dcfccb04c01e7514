import { accept } from '@crm/kernel';

import type { Wait } from '../compile/compiled.ts';
import type { Answer } from './answer.ts';
import type { ChangeEvent } from './change-event.ts';
import type { Logged } from './event-log.ts';
import { type Member, createGroup } from './group.ts';
import { type Message, type Stream, createSubscriber } from './subscriber.ts';

export const WAIT: Wait = {
  field: { name: 'customersChanged', topic: 'topic', type: 'Customer', read: 'customers', watches: 'many' },
  id: null,
  opening: { query: '', variables: {} },
  openedWith: () => accept([]),
  question: () => ({ query: '', variables: {} }),
  answerOf: () => ({ kind: 'absent' }),
  removal: (id) => ({ removed: id }),
};

/** Customers as the graph would show them, and a group that reads them. */
export const aGroup = (answerOf: (id: string) => Answer | null = () => null) => {
  const versions = new Map<string, number>();
  let sequence = 0;
  let number = 0;
  let reads = 0;
  const read = async (_: Wait, { event: { id } }: { readonly event: ChangeEvent }): Promise<Answer> => {
    reads += 1;
    await Promise.resolve();
    const version = versions.get(id);
    const given = answerOf(id);
    if (given) return given;
    return version === undefined ? { kind: 'absent' } : { kind: 'there', version, result: { data: { id, version } } };
  };
  const group = createGroup(WAIT, read, 'group');
  const change = (id: string, version: number | null) => {
    sequence += 1;
    if (version === null) versions.delete(id);
    else versions.set(id, version);
    const event = { topic: 'topic', partition: 0, offset: sequence, eventId: String(sequence), tenant: 't' };
    const logged: Logged = {
      event: { ...event, id, version: sequence, traceparent: null, recipient: null },
      sequence,
      position: [sequence],
    };
    group.add(logged);
    return logged;
  };
  const join = (missed: readonly Logged[] = [], queue = 32) => {
    number += 1;
    const onLeave = () => {
      group.leave(member);
    };
    const subscriber = createSubscriber(queue, { onLeave, place: () => null });
    const member: Member = { subscriber, number, after: sequence };
    group.join(member, missed);
    return subscriber.stream;
  };
  return { group, change, join, reads: () => reads };
};

export const settled = () => new Promise((resolve) => setImmediate(resolve));

export const drain = async (stream: Stream) => {
  const all: Message[] = [];
  void (async () => {
    for (let message = await stream.next(); message; message = await stream.next()) all.push(message);
  })();
  await settled();
  return all;
};
