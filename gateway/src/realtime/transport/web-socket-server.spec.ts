import { once } from 'node:events';
import { createServer } from 'node:http';
import { Duplex } from 'node:stream';

import { accept, newId } from '@crm/kernel';

import type { Person } from '../../identity/claims.ts';
import { refused } from '../refused.ts';
import type { Sessions } from '../sessions.ts';
import { createWebSockets } from './web-socket-server.ts';

/** The door for WebSockets beside a server, and what it does with a connection that asks to become one. */
const aDoor = (sessions: Sessions = { watch: () => () => undefined, stop: () => undefined }, person?: Person) => {
  const http = createServer();
  const sockets = createWebSockets({
    signIn: person ? () => Promise.resolve(accept(person)) : null,
    sessions,
    subscribe: () => Promise.resolve({ ok: false, refusal: refused('SERVICE_UNAVAILABLE') }),
    admit: () => ({ ok: true, value: { query: '' } }),
    signInRefused: () => undefined,
    perConnection: 1,
    corsOrigins: [],
    messageBytes: 1_000_000,
    heartbeatMs: 60_000,
    sockets: { perIdentity: 1, perAddress: 1, inAll: 1 },
    pay: () => true,
    addressOf: () => '127.0.0.1',
  });
  sockets.attach(http);
  const upgrade = (url: string, socket: Duplex) => {
    http.emit('upgrade', { method: 'GET', url, headers: HEADERS }, socket, Buffer.alloc(0));
  };
  return { upgrade, sockets };
};

const PERSON: Person = {
  tenant: newId('Tenant'),
  subject: 'api-key:1',
  employee: null,
  departmentPath: [],
  roles: [],
  scopes: [],
  customer: null,
  partner: null,
};

const HEADERS = {
  upgrade: 'websocket',
  connection: 'Upgrade',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

/** A client that takes what is written to it, unless it does not read for a while. */
const aClient = () => {
  let received = '';
  let isReading = true;
  let next: () => void = () => undefined;
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk, _, done) => {
      received += String(chunk);
      next = () => {
        done();
      };
      if (isReading) next();
    },
  });
  const read = (reads: boolean) => {
    isReading = reads;
    if (reads) next();
  };
  const say = (message: object, times = 1) => socket.push(Buffer.concat(Array(times).fill(frameOf(message))));
  return { socket, received: () => received, read, say };
};

/** A text as a client's frame: masked with nothing. */
const frameOf = (message: object) => {
  const text = Buffer.from(JSON.stringify(message));
  const length = text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), text]);
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

describe('a client that says more than it reads', () => {
  it('is answered without its own words', async () => {
    const { upgrade, sockets } = aDoor();
    const { socket, received, say } = aClient();
    upgrade('/graphql', socket);
    say({ type: 'ping', payload: { text: 'echo' } });
    await settled();

    expect(received()).toContain('{"type":"pong"}');
    expect(received()).not.toContain('echo');
    sockets.cut();
  });

  it('is heard no further until it has read, and then to the end', async () => {
    const { upgrade, sockets } = aDoor();
    const { socket, received, read, say } = aClient();
    upgrade('/graphql', socket);
    read(false);
    const [most, times] = [200_000, 20];
    let waiting = 0;
    for (let n = 0; n < times; n++) {
      say({ type: 'ping' }, 1_000);
      await settled();
      waiting = Math.max(waiting, socket.writableLength);
    }
    expect(waiting).toBeLessThan(most);
    read(true);
    while (socket.readableLength > 0 || socket.writableLength > 0) await settled();

    expect(received().match(/pong/g)).toHaveLength(times * 1_000);
    sockets.cut();
  });
});

describe('a key that is good for something else by now', () => {
  it('closes its connections in a way that lets them come back', async () => {
    const watched: Parameters<Sessions['watch']>[0][] = [];
    const watch: Sessions['watch'] = (session) => {
      watched.push(session);
      return () => undefined;
    };
    const { upgrade, sockets } = aDoor({ watch, stop: () => undefined }, PERSON);
    const { socket, received, say } = aClient();
    upgrade('/graphql', socket);
    say({ type: 'connection_init', payload: { authorization: 'Bearer key' } });
    await settled();
    watched[0]?.changed();
    await settled();

    expect(watched[0]?.person).toBe(PERSON);
    // A close frame that begins with 1013: graphql-ws's own client comes back after that.
    expect(received()).toContain('What the key is good for has changed.');
    sockets.cut();
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
