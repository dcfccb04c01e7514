import fc from 'fast-check';

import type { Answer } from './answer.ts';
import { WAIT, aGroup, drain, settled } from './group.builder.ts';

const COMPLETE = { kind: 'complete' };

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

  it('what is over is told to all, also to who joined while it was read, and then each stream is complete', async () => {
    const { group, change, join } = aGroup((id) => (id === 'last' ? { kind: 'over', result: { data: { id } } } : null));
    group.open([]);
    const [early, slow] = [join(), join()];
    change('first', 1);
    await settled();
    change('last', 1);
    const late = join();
    await settled();
    const heard = await Promise.all([early, slow, late].map(drain));

    expect(heard.map((all) => all.map(({ about }) => about))).toEqual([['first', 'last'], ['first', 'last'], ['last']]);
    expect([early, slow, late].map((stream) => stream.ending())).toEqual([COMPLETE, COMPLETE, COMPLETE]);
    expect([await early.next(), group.isEmpty()]).toEqual([null, true]);
  });

  it('nothing is told of what has gone where nobody waits for that', async () => {
    const { group, change, join } = aGroup();
    group.rewrite({ ...WAIT, removal: null });
    group.open(['known']);
    const stream = join();
    change('known', null);
    expect(await drain(stream)).toEqual([]);
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
});
