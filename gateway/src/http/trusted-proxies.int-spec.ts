import type { IncomingMessage } from 'node:http';

import fastify from 'fastify';

import { addressOf, trustIn } from './trusted-proxies.ts';

const PROXIES = ['10.0.0.0/8', '192.0.2.7', 'loopback', 'fd00::/8'];
/** Who said what, the last one to a server on this machine. */
const CASES: readonly (readonly [who: string, forwarded: string | undefined])[] = [
  ['who comes directly', undefined],
  ['a client of a proxy', '203.0.113.5'],
  ['a stranger who claims to be somebody', '203.0.113.5, 198.51.100.1'],
  ['a client of two proxies', '203.0.113.5, 10.1.2.3, 192.0.2.7'],
  ['who sends a forged list through a proxy', '127.0.0.1, 203.0.113.9, 203.0.113.5'],
  ['a client of a proxy that is seen by its mapped address', '203.0.113.5, ::ffff:10.1.2.3'],
  ['a client of a proxy of the other family', '2001:db8::5,  2001:db8::6 , fd00::1'],
  ['who is no address', '203.0.113.5, unknown'],
  ['a proxy itself', '10.1.2.3'],
];

describe('where a request comes from', () => {
  const ours = fastify({ trustProxy: trustIn(PROXIES) });
  const theirs = fastify({ trustProxy: PROXIES });
  const addresses = [ours, theirs].map(async (app) => {
    app.get('/', ({ ip }) => ip);
    return app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => Promise.all([ours.close(), theirs.close()]));

  it.each(CASES)('is the same for a socket as for a request: %s', async (_, forwarded) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    // All that is looked at.
    const request = { headers, socket: { remoteAddress: '127.0.0.1' } } as IncomingMessage;
    const told = await Promise.all(addresses.map(async (url) => (await fetch(await url, { headers })).text()));

    expect(told).toEqual([told[1], addressOf(trustIn(PROXIES))(request)]);
  });

  it('is what the connection says where nobody is trusted', () => {
    // All that is looked at.
    const request = { headers: { 'x-forwarded-for': '203.0.113.5' }, socket: { remoteAddress: '127.0.0.1' } };
    expect(addressOf(trustIn([]))(request as unknown as IncomingMessage)).toBe('127.0.0.1');
  });

  it.each(['nowhere', '10.0.0.0/33', '300.1.1.1'])('cannot be told by %s', (proxy) => {
    expect(() => trustIn([proxy])).toThrow();
  });
});
