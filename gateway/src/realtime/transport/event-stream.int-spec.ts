import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';

import { listenOnFreePort } from '../../fixtures/listen.builder.ts';
import { type Subscriber, createSubscriber } from '../engine/subscriber.ts';
import { refused } from '../refused.ts';
import { until } from '../stage/clients.builder.ts';
import { createEventStreams } from './event-stream.ts';

const HEARTBEAT_MS = 100;
const BIG = 'x'.repeat(1_000_000);

/** A server whose one stream a spec feeds. */
const aServer = async (heartbeatMs = HEARTBEAT_MS) => {
  const streams = createEventStreams(heartbeatMs);
  const left: string[] = [];
  const subscriber: Subscriber = createSubscriber(4, { onLeave: () => left.push('left'), place: () => 'place' });
  const server = createServer((_, response) => void streams.send(response, subscriber.stream, {}));
  const { address, stop } = await listenOnFreePort(server);
  const end = async () => {
    streams.stop();
    await stop();
  };
  const connections = () =>
    new Promise<number>((resolve) => {
      server.getConnections((_, count) => {
        resolve(count);
      });
    });
  return { subscriber, left, connections, port: Number(new URL(address).port), end };
};

const say = (subscriber: Subscriber, about: string, text = '') =>
  subscriber.send({ about, eventId: `id-of-${about}`, result: { data: { text } } });

describe('server-sent events on the wire', () => {
  it('carry the place first, answers with their ids, signs of life with places, and last words', async () => {
    const { subscriber, port, end } = await aServer();
    const reply = await fetch(`http://127.0.0.1:${String(port)}`);
    say(subscriber, 'a', 'hello');
    await new Promise((resolve) => setTimeout(resolve, 2.5 * HEARTBEAT_MS));
    subscriber.stream.end({ kind: 'refused', refused: refused('SLOW_CONSUMER') });
    const blocks = (await reply.text()).split('\n\n');
    await end();

    expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(blocks.slice(0, 2)).toEqual(['id: place\n:', 'event: next\nid: id-of-a\ndata: {"data":{"text":"hello"}}']);
    expect(blocks.slice(2, -3)).toContain('id: place\n:');
    expect(blocks.slice(-3)).toEqual([
      expect.stringMatching(/^event: next\ndata: .*SLOW_CONSUMER/),
      'event: complete\ndata:',
      '',
    ]);
  });

  it('whoever has gone before they began is left at once', async () => {
    const streams = createEventStreams(HEARTBEAT_MS);
    const left: string[] = [];
    const { stream } = createSubscriber(4, { onLeave: () => left.push('left'), place: () => 'place' });
    const sent = Promise.withResolvers<string>();
    const server = createServer((_, response) => {
      response.once('close', () => {
        void streams.send(response, stream, {}).then(() => {
          sent.resolve('sent');
        });
      });
    });
    const { address, stop } = await listenOnFreePort(server);
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: spec\r\n\r\n', () => socket.destroy());

    expect([await sent.promise, left]).toEqual(['sent', ['left']]);
    streams.stop();
    await stop();
  });

  it('who takes nothing is shed when its queue is full, and cut soon after', async () => {
    // Its queue is full long before the second sign of life finds it stuck.
    const { subscriber, left, connections, port, end } = await aServer(10 * HEARTBEAT_MS);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: spec\r\n\r\n');
    await once(socket, 'readable');
    socket.pause();
    let sent = 0;
    await until(() => !say(subscriber, String((sent += 1)), BIG));
    subscriber.stream.end({ kind: 'refused', refused: refused('SLOW_CONSUMER') });
    await until(async () => (await connections()) === 0);

    expect(await connections()).toBe(0);
    expect(left).toEqual(['left']);
    expect(sent).toBeLessThan(50);
    socket.destroy();
    await end();
  });
});
