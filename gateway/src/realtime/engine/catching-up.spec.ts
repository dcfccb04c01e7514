import type { Logged } from './event-log.ts';
import { aGroup, drain } from './group.builder.ts';

const EXPIRED = { refused: { errors: [{ extensions: { code: 'RESUME_EXPIRED' } }] } };

const manyOf = (change: (id: string, version: number) => Logged, count: number) =>
  Array.from({ length: count }, (_, at) => change(`many${String(at)}`, 1));

describe('subscribers who catch up with what they missed', () => {
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
