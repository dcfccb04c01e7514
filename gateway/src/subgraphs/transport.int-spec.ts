import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';

import { listenOnFreePort } from '../fixtures/listen.builder.ts';
import { Abandoned, createTransport } from './transport.ts';

/** A service that answers nothing until it is let. */
const aSilentService = async () => {
  const server = createServer();
  const { address, stop } = await listenOnFreePort(server);
  return { server, address, stop };
};
const LIMITS = { timeoutMs: 30_000, maxBytes: 1_000 };
const ASK = { repeatable: true };

describe('a request to a service', () => {
  it('ends with the one it was made for: the service sees it go', async () => {
    const { server, address, stop } = await aSilentService();
    const { send, close } = createTransport(`${address}/graphql`, LIMITS);
    const client = new AbortController();
    const asked = send('{}', {}, { ...ASK, signal: client.signal });
    // once() gives the event's arguments.
    const [request] = (await once(server, 'request')) as [IncomingMessage];
    const gone = once(request.socket, 'close');
    client.abort();
    await expect(asked).rejects.toThrow(Abandoned);
    await gone;
    await Promise.all([close(), stop()]);
  });

  it('is not even made when nobody waits for it', async () => {
    const { address, server, stop } = await aSilentService();
    const { send, close } = createTransport(`${address}/graphql`, LIMITS);
    let requests = 0;
    server.on('request', () => requests++);
    await expect(send('{}', {}, { ...ASK, signal: AbortSignal.abort() })).rejects.toThrow(Abandoned);
    expect(requests).toBe(0);
    await Promise.all([close(), stop()]);
  });

  it('is given up when its time is over, also when the answer comes drop by drop', async () => {
    const { address, server, stop } = await aSilentService();
    const { send, close } = createTransport(`${address}/graphql`, { ...LIMITS, timeoutMs: 200 });
    server.on('request', (_, reply) => {
      const drops = setInterval(() => reply.write(' '), 20);
      reply.on('close', () => {
        clearInterval(drops);
      });
    });
    await expect(send('{}', {}, ASK)).rejects.toThrow('no answer within 200 ms');
    await Promise.all([close(), stop()]);
  });

  it('gives every letter of an answer, however the network cuts it', async () => {
    const { address, server, stop } = await aSilentService();
    const { send, close } = createTransport(`${address}/graphql`, LIMITS);
    const bytes = Buffer.from('{"data":"叉车"}');
    server.on('request', (_, reply) => {
      reply.write(bytes.subarray(0, 10));
      setTimeout(() => reply.end(bytes.subarray(10)), 50);
    });
    expect(await send('{}', {}, ASK)).toEqual({ status: 200, text: '{"data":"叉车"}' });
    await Promise.all([close(), stop()]);
  });
});
