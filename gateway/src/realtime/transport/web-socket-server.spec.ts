import { once } from 'node:events';
import { createServer } from 'node:http';
import { Duplex } from 'node:stream';

import { refused } from '../refused.ts';
import { createWebSockets } from './web-socket-server.ts';

/** The door for WebSockets beside a server, and what it does with a connection that asks to become one. */
const aDoor = () => {
  const http = createServer();
  const sockets = createWebSockets({
    authenticate: null,
    sessions: { watch: () => () => undefined, stop: () => undefined },
    subscribe: () => Promise.resolve({ ok: false, refusal: refused('SERVICE_UNAVAILABLE') }),
    admit: () => ({ ok: true, value: { query: '' } }),
    signInRefused: () => undefined,
    perConnection: 1,
    corsOrigins: [],
    messageBytes: 1_000_000,
    heartbeatMs: 60_000,
    inAll: 1,
    addressOf: () => '127.0.0.1',
  });
  sockets.attach(http);
  const upgrade = (url: string, socket: Duplex) => {
    http.emit('upgrade', { method: 'GET', url, headers: HEADERS }, socket, Buffer.alloc(0));
  };
  return { upgrade, sockets };
};

const HEADERS = {
  upgrade: 'websocket',
  connection: 'Upgrade',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

/** A client that takes what is written to it. */
const aClient = () => {
  let received = '';
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk, _, done) => {
      received += String(chunk);
      done();
    },
  });
  return { socket, received: () => received };
};

describe('a connection that asks to become a WebSocket', () => {
  it.each(['/x', '/graphql'])('does no harm by breaking off, asking for %s', (url) => {
    const { upgrade, sockets } = aDoor();
    const { socket } = aClient();
    upgrade(url, socket);

    expect(() => socket.emit('error', new Error('read ECONNRESET'))).not.toThrow();
    sockets.cut();
  });

  it('is refused on another path, and not kept open by who does not leave', async () => {
    const { upgrade } = aDoor();
    const { socket, received } = aClient();
    upgrade('/x', socket);
    await once(socket, 'close');

    expect(received()).toMatch(/^HTTP\/1.1 404 Not Found\r\n/);
  });
});
