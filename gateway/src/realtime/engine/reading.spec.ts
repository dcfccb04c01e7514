import { accept } from '@crm/kernel';

import { atMost } from '../../at-most.ts';
import type { Reply, Wait } from '../compile/compiled.ts';
import { type Answer, failedWith } from './answer.ts';
import { createReading } from './reading.ts';

const READER = { person: null, forwarded: {} };
const event = {
  topic: 't',
  partition: 0,
  offset: 1,
  eventId: 'e',
  tenant: 't',
  id: 'a',
  version: 7,
  traceparent: null,
  recipient: null,
};
const NEWS = { event, isNew: false };

/** A wait whose answers are what the graph replied, in short: a version, or an error's code. */
const WAIT: Wait = {
  field: { name: 'customerChanged', topic: 't', type: 'Customer', read: 'customer', watches: 'one', as: null },
  id: 'a',
  opening: { query: '', variables: {} },
  openedWith: () => accept([]),
  question: () => ({ query: '', variables: {} }),
  answerOf: ({ data, errors }: Reply): Answer =>
    errors ? failedWith(errors) : { kind: 'there', version: Number(data?.version), result: {} },
  removal: () => ({}),
};

const away: Reply = { errors: [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
const forbidden: Reply = { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] };
const version = (number: number): Reply => ({ data: { version: number } });

/** Reads while the graph replies one thing after the other, the last again and again. */
const read = async (...replies: readonly (Reply | Error)[]) => {
  let asked = 0;
  const resolve = () => {
    const reply = replies[Math.min(asked, replies.length - 1)];
    asked += 1;
    return reply instanceof Error || !reply ? Promise.reject(reply ?? new Error('none')) : Promise.resolve(reply);
  };
  const answer = await createReading(resolve, new AbortController().signal)(WAIT, NEWS, READER);
  return { answer, asked };
};

describe('reading a record for an event', () => {
  it('asks again what a replica does not know yet, once', async () => {
    expect(await read(version(6), version(7))).toMatchObject({ asked: 2, answer: { version: 7 } });
    expect(await read(version(6), version(6), version(7))).toMatchObject({ asked: 2, answer: { version: 6 } });
    expect(await read(version(8))).toMatchObject({ asked: 1 });
  });

  it('has patience with what is over in a moment, a fault of ours included', async () => {
    expect(await read(away, version(7))).toMatchObject({ asked: 2, answer: { kind: 'there' } });
    expect(await read(new Error('bug'), version(7))).toMatchObject({ asked: 2, answer: { kind: 'there' } });
  });

  it('has none with a refusal', async () => {
    expect(await read(forbidden)).toMatchObject({ asked: 1, answer: { kind: 'failed', refused: { status: 400 } } });
  });

  it('lets so many ask at once, and the others in their turn', async () => {
    const turn = atMost(2);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => turn(work)));
    expect({ most, running }).toEqual({ most: 2, running: 0 });
  });
});
