import { accept } from '@crm/kernel';
import fc from 'fast-check';

import type { Wait } from '../compile/compiled.ts';
import type { Answer } from './answer.ts';
import type { ChangeEvent } from './change-event.ts';
import type { Logged } from './event-log.ts';
import { type Member, createGroup } from './group.ts';
import { type Message, type Stream, createSubscriber } from './subscriber.ts';

const WAIT: Wait = {
  field: { name: 'customersChanged', topic: 'topic', type: 'Customer', read: 'customers', watches: 'many' },
  id: null,
  opening: { query: '', variables: {} },
  openedWith: () => accept([]),
  question: () => ({ query: '', variables: {} }),
  answerOf: () => ({ kind: 'absent' }),
  removal: (id) => ({ removed: id }),
};

/** Customers as the graph would show them, and a group that reads them. */
const aGroup = (answerOf: (id: string) => Answer | null = () => null) => {
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
      event: { ...event, id, version: sequence, traceparent: null },
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

const settled = () => new Promise((resolve) => setImmediate(resolve));

const drain = async (stream: Stream) => {
  const all: Message[] = [];
  void (async () => {
    for (let message = await stream.next(); message; message = await stream.next()) all.push(message);
  })();
  await settled();
  return all;
};

describe('subscribers who wait for the same', () => {
  it('all are told by one reading', async () => {
    const { group, change, join, reads } = aGroup();
    group.open([]);
    const crowd = Array.from({ length: 50 }, () => join());
    change('a', 1);
    const heard = await Promise.all(crowd.map(drain));
    expect(reads()).toBe(1);
    expect(heard.map(({ length }) => length)).toEqual(crowd.map(() => 1));
  });

  it('each ends up with the latest of every record, places in order, however it was slowed down', async () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(ids, fc.boolean()), { maxLength: 30 }), async (changes) => {
        const { group, change, join } = aGroup();
        group.open([]);
        const stream = join();
        const latest = new Map<string, number>();
        for (const [index, [id, pauses]] of changes.entries()) {
          change(id, index);
          latest.set(id, index);
          if (pauses) await settled();
        }
        const heard = await drain(stream);
        const told = new Map(heard.map(({ about, result }) => [about, result.data?.version]));
        expect(told).toEqual(latest);
        const places = heard.map(({ eventId }) => Number(Buffer.from(eventId, 'base64url').toString().split(':')[1]));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('only who was there, and who asks for what was missed, is told of an event', async () => {
    const { group, change, join } = aGroup();
    group.open([]);
    const first = join();
    const logged = change('a', 1);
    const [late, back] = [join(), join([logged])];
    const heard = await Promise.all([first, late, back].map(drain));
    expect(heard.map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('nobody is told of a record that was never theirs to see', async () => {
    const { group, change, join } = aGroup();
    group.open(['known']);
    const stream = join();
    change('unknown', null);
    change('known', null);
    change('known', null);
    const heard = await drain(stream);
    expect(heard.map(({ result }) => result)).toEqual([{ data: { removed: 'known' } }]);
  });

  it('who was cut off while a record went is told of it when it comes back', async () => {
    const { group, change, join } = aGroup();
    group.open(['a']);
    const cut = join();
    const logged = change('a', null);
    expect(await drain(cut)).toHaveLength(1);
    cut.leave();
    const heard = await drain(join([logged]));
    expect(heard.map(({ result }) => result)).toEqual([{ data: { removed: 'a' } }]);
  });

  it('a client that does not keep up is shed with a code, and the others go on', async () => {
    const { group, change, join } = aGroup();
    group.open([]);
    const [slow, quick] = [join([], 2), join([], 100)];
    for (const id of ['a', 'b', 'c', 'd']) {
      change(id, 1);
      await settled();
    }
    expect(slow.ending()).toMatchObject({ refused: { errors: [{ extensions: { code: 'SLOW_CONSUMER' } }] } });
    expect(await drain(slow)).toEqual([]);
    expect(await drain(quick)).toHaveLength(4);
  });

  it('a graph that cannot be asked ends the stream with its own words: the client comes back', async () => {
    const errors = [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
    const failed: Answer = { kind: 'failed', isPassing: true, refused: { status: 503, errors } };
    const { group, change, join } = aGroup(() => failed);
    group.open([]);
    const stream = join();
    change('a', 1);
    await drain(stream);
    expect(stream.ending()).toEqual({ kind: 'refused', refused: { status: 503, errors } });
  });

  it('who has missed more than can be caught up with reads afresh, and the others go on', async () => {
    const { group, change, join } = aGroup();
    group.open([]);
    const missed = manyOf(change, 1_002);
    const other = join();
    const back = join(missed);
    change('news', 1);

    expect(back.ending()).toMatchObject(EXPIRED);
    expect((await drain(other)).map(({ about }) => about)).toEqual(['news']);
    expect(other.ending()).toBeNull();
  });

  it('who catches up with as much as can be leaves room for what is new, and hears of it last', async () => {
    const { group, change, join } = aGroup();
    group.open([]);
    const missed = manyOf(change, 1_001);
    const [other, back] = [join(), join(missed, 2_000)];
    change('news', 1);
    const heard = await drain(back);

    expect([heard.length, heard.at(-1)?.about]).toEqual([1_002, 'news']);
    expect((await drain(other)).map(({ about }) => about)).toEqual(['news']);
  });

  it('who leaves while catching up makes room for the next', async () => {
    const { group, change, join } = aGroup();
    const missed = manyOf(change, 1_000);
    const first = join(missed, 2_000);
    first.leave();
    const next = join(missed, 2_000);
    group.open([]);

    expect(await drain(next)).toHaveLength(1_000);
  });

  it('when more happens at once than can be read, coming back would not help: all read afresh', () => {
    const { group, change, join } = aGroup();
    group.open([]);
    const stream = join();
    manyOf(change, 1_002);

    expect(stream.ending()).toMatchObject(EXPIRED);
  });
});

const EXPIRED = { refused: { errors: [{ extensions: { code: 'RESUME_EXPIRED' } }] } };

const manyOf = (change: (id: string, version: number) => Logged, count: number) =>
  Array.from({ length: count }, (_, at) => change(`many${String(at)}`, 1));
