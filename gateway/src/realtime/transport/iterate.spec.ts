import { createSubscriber } from '../engine/subscriber.ts';
import { refused } from '../refused.ts';
import { iterate } from './iterate.ts';

const message = (about: string) => ({ about, eventId: about, result: { data: { about } } });

/** A stream, and how often whoever gave it its place was told that it left. */
const aStream = () => {
  const left: string[] = [];
  const { stream, complete, send } = createSubscriber(32, { onLeave: () => undefined, place: () => null });
  const leave = () => {
    left.push('left');
    stream.leave();
  };
  return { stream: { ...stream, leave }, complete, send, left };
};

describe('a stream over a socket', () => {
  it('gives out what waits, then ends, and leaves its place', async () => {
    const { stream, complete, send, left } = aStream();
    send(message('first'));
    complete(message('last'));
    const heard = [];
    for await (const { data } of iterate(stream)) heard.push(data);
    expect(heard).toEqual([{ about: 'first' }, { about: 'last' }]);
    expect(left).toEqual(['left']);
  });

  it('leaves its place when it is shed as well', async () => {
    const { stream, left } = aStream();
    stream.end({ kind: 'refused', refused: refused('SLOW_CONSUMER') });
    await expect(iterate(stream).next()).rejects.toMatchObject({ extensions: { code: 'SLOW_CONSUMER' } });
    expect(left).toEqual(['left']);
  });
});
