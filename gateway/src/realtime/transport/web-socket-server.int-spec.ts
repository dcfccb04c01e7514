import { createServer } from 'node:http';
import { once } from 'node:events';

import { type Result, accept, newId } from '@crm/kernel';
import { WebSocket } from 'ws';

import { listenOnFreePort } from '../../fixtures/listen.builder.ts';
import type { Person } from '../../identity/claims.ts';
import { type Stream, createSubscriber } from '../engine/subscriber.ts';
import type { Refused } from '../refused.ts';
import { until } from '../stage/clients.builder.ts';
import { createWebSockets } from './web-socket-server.ts';

const WANG: Person = {
  ...{ tenant: newId('Tenant'), subject: 'wang', employee: null, departmentPath: [] },
  ...{ roles: [], scopes: [], customer: null, partner: null },
};
/** Whatever a spec has opened, also when it fails. */
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((end) => end()));
});

const FEW = { perIdentity: 10, perAddress: 10, inAll: 10 };

/** Sockets whose sign-ins and streams begin when the spec says so. */
const aServer = async (sockets = FEW, budget = 100) => {
  const signIns: PromiseWithResolvers<Result<Person, never>>[] = [];
  const streams: PromiseWithResolvers<Result<Stream, Refused>>[] = [];
  const [watched, left]: [string[], number[]] = [[], []];
  let points = budget;
  const pending = <Value>(all: PromiseWithResolvers<Value>[]) => {
    const next = Promise.withResolvers<Value>();
    all.push(next);
    return next.promise;
  };
  const server = createServer();
  const webSockets = createWebSockets({
    ...{ sockets, corsOrigins: [], messageBytes: 10_000, heartbeatMs: 60_000, perConnection: 10 },
    signIn: () => pending(signIns),
    subscribe: () => pending(streams),
    sessions: {
      watch: ({ authorization = '' }) => {
        watched.push(authorization);
        return () => void watched.splice(watched.indexOf(authorization), 1);
      },
      stop: () => undefined,
    },
    admit: () => accept({ query: '' }),
    signInRefused: () => undefined,
    pay: () => (points -= 1) >= 0,
    addressOf: ({ headers }) => String(headers['x-from'] ?? 'here'),
  });
  webSockets.attach(server);
  const { address, stop } = await listenOnFreePort(server);
  const begin = (number: number) => {
    const { stream } = createSubscriber(4, { onLeave: () => left.push(number), place: () => null });
    streams[number]?.resolve(accept(stream));
  };
  const open = (headers = {}) =>
    new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const end = async () => {
    webSockets.stop();
    webSockets.cut();
    await stop();
  };
  opened.push(end);
  return { signIns, streams, watched, left, begin, open };
};

type Server = Awaited<ReturnType<typeof aServer>>;

const say = (socket: WebSocket, type: string, more = {}) => {
  socket.send(JSON.stringify({ type, ...more }));
};
const subscribe = (socket: WebSocket, id: string) => {
  say(socket, 'subscribe', { id, payload: { query: 'subscription { a }' } });
};

/** A socket whose sign-in is under way. */
const signingIn = async ({ signIns, open }: Server) => {
  const [socket, before] = [open(), signIns.length];
  await once(socket, 'open');
  say(socket, 'connection_init', { payload: { authorization: 'Bearer token' } });
  await until(() => signIns.length > before);
  return socket;
};
const signedIn = async (server: Server) => {
  const socket = await signingIn(server);
  server.signIns.at(-1)?.resolve(accept(WANG));
  await once(socket, 'message');
  return socket;
};
const closed = async (socket: WebSocket) => {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
};
const statusOf = async (socket: WebSocket) => String(await new Promise((resolve) => socket.once('error', resolve)));

describe('a socket', () => {
  it('that is closed while its sign-in is checked leaves nothing behind', async () => {
    const server = await aServer();
    const socket = await signingIn(server);
    socket.close();
    await closed(socket);
    server.signIns[0]?.resolve(accept(WANG));
    const another = await signedIn(server);

    expect(server.watched).toEqual(['Bearer token']);
    another.close();
    await until(() => server.watched.length === 0);
    expect(server.watched).toEqual([]);
  });

  it('that is closed while a stream begins leaves it as soon as it has begun', async () => {
    const server = await aServer();
    const socket = await signedIn(server);
    subscribe(socket, '1');
    await until(() => server.streams.length === 1);
    socket.close();
    await closed(socket);
    server.begin(0);
    await until(() => server.left.length > 0);

    expect(server.left).toEqual([0]);
  });

  it('is closed when it gives a name again before what had it has begun, and all streams are left', async () => {
    const server = await aServer();
    const socket = await signedIn(server);
    subscribe(socket, 'other');
    await until(() => server.streams.length === 1);
    server.begin(0);
    subscribe(socket, '1');
    say(socket, 'complete', { id: '1' });
    subscribe(socket, '1');
    expect(await closed(socket)).toBe(4409);
    server.begin(1);
    await until(() => server.left.length === 2);

    expect([server.streams.length, server.left.sort()]).toEqual([2, [0, 1]]);
  });

  it('is one of so many of one person', async () => {
    const server = await aServer({ ...FEW, perIdentity: 1 });
    const first = await signedIn(server);
    const second = await signingIn(server);
    server.signIns[1]?.resolve(accept(WANG));
    expect(await closed(second)).toBe(1013);
    first.close();
    await until(() => server.watched.length === 0);
    const third = await signedIn(server);

    expect(third.readyState).toBe(third.OPEN);
  });

  it('is one of so many of one address', async () => {
    const server = await aServer({ ...FEW, perAddress: 1 });
    const first = server.open();
    await once(first, 'open');
    const [second, elsewhere] = [server.open(), server.open({ 'x-from': 'elsewhere' })];
    expect(await statusOf(second)).toContain('429');
    await once(elsewhere, 'open');
    first.close();
    await closed(first);
    const third = server.open();
    await once(third, 'open');

    expect(third.readyState).toBe(third.OPEN);
  });

  it('is paid for by its address, whoever is behind it', async () => {
    const server = await aServer(FEW, 1);
    const first = server.open();
    await once(first, 'open');

    expect(await statusOf(server.open())).toContain('429');
  });
});
