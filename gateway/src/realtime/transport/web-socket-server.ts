import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { type PongMessage, MessageType, handleProtocols } from 'graphql-ws';
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from 'ws';

import { mayConnect } from './origin.ts';
import { createPlaces } from './places.ts';
import { type Connection, type SocketSetup, createProtocol } from './sockets.ts';

type Setup = Omit<SocketSetup, 'enter'> & {
  readonly corsOrigins: readonly string[];
  /** Largest message of a client. */
  readonly messageBytes: number;
  readonly heartbeatMs: number;
  /** Sockets open at once. */
  readonly sockets: { readonly perIdentity: number; readonly perAddress: number; readonly inAll: number };
  /** Whether an address can pay for another socket. */
  readonly pay: (address: string) => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
};

const PATH = '/graphql';
/** https://www.iana.org/assignments/websocket/websocket.xhtml: service restart. Clients of the protocol come back. */
const RESTART = 1012;
const FAULT = 1011;
/** Answers that may wait for a client to read them: beyond, nothing more of what it says is read either. */
const UNREAD_BYTES = 64 * 1024;
/** Whatever came with a ping does not go back. */
const PONG = JSON.stringify({ type: MessageType.Pong } satisfies PongMessage);

const OPTIONS: ServerOptions = {
  noServer: true,
  // Compression costs a hundred kilobytes and more for each connection.
  perMessageDeflate: false,
  handleProtocols: (protocols) => handleProtocols(protocols),
};

/** WebSockets beside the HTTP server, on the graph's own path. */
export const createWebSockets = (setup: Setup) => {
  const server = new WebSocketServer({ ...OPTIONS, maxPayload: setup.messageBytes });
  const open: Open = new Map();
  const connected = accepting(setup, open);
  const addresses = createPlaces(setup.sockets.perAddress);
  let stopping = false;

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has let go of the connection: without this whoever breaks it off would end the process.
    socket.on('error', nothing);
    const address = setup.addressOf(request);
    const giveBack = setup.pay(address) ? addresses(address) : null;
    if (giveBack) socket.once('close', giveBack);
    const isFull = stopping || open.size >= setup.sockets.inAll;
    const status = giveBack ? statusOf(request, setup.corsOrigins, isFull) : 429;
    if (status === 101) server.handleUpgrade(request, socket, head, connected);
    else turnAway(socket, status);
  };
  const heartbeat = setInterval(() => {
    for (const [socket, state] of open) beat(socket, state);
  }, setup.heartbeatMs).unref();

  return {
    attach: (http: Server) => http.on('upgrade', upgrade),
    stop: () => {
      stopping = true;
      clearInterval(heartbeat);
      for (const socket of open.keys()) socket.close(RESTART, 'Service restart');
    },
    /** Whoever has not answered the close by now. */
    cut: () => {
      for (const socket of open.keys()) socket.terminate();
    },
  };
};

type Open = Map<WebSocket, { readonly connection: Connection; isAlive: boolean }>;

const accepting = (setup: Setup, open: Open) => {
  const people = createPlaces(setup.sockets.perIdentity);
  const protocol = createProtocol({ ...setup, enter: ({ tenant, subject }) => people(`${tenant} ${subject}`) });

  return (socket: WebSocket, request: IncomingMessage) => {
    const connection = connectionOf(socket, request, setup.addressOf(request));
    const state = { connection, isAlive: true };
    open.set(socket, state);
    const closed = protocol.opened(adapterOf(socket), connection);
    socket.on('pong', () => (state.isAlive = true));
    // What follows is a close: nothing is left to do about the error itself.
    socket.on('error', nothing);
    socket.once('close', (code, reason) => {
      open.delete(socket);
      void closed(code, reason.toString());
    });
  };
};

export type WebSockets = ReturnType<typeof createWebSockets>;

const nothing = () => undefined;

const connectionOf = (socket: WebSocket, request: IncomingMessage, address: string): Connection => ({
  ...{ socket, request, address, person: null, forget: nothing },
  streams: new Map(),
  beginning: new Set(),
});

/** Does not wait for the client to leave: no time limit of the HTTP server holds for the connection any more. */
const turnAway = (socket: Duplex, status: number) => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
};

const statusOf = (request: IncomingMessage, corsOrigins: readonly string[], isFull: boolean) => {
  if (request.url?.split('?', 1)[0] !== PATH) return 404;
  if (isFull) return 503;
  return mayConnect(request, corsOrigins) ? 101 : 403;
};

/** Ends what is dead, and tells the living where each of their streams is: there they can go on. */
const beat = (socket: WebSocket, state: { readonly connection: Connection; isAlive: boolean }) => {
  if (!state.isAlive) {
    socket.terminate();
    return;
  }
  state.isAlive = false;
  socket.ping();
  const { streams } = state.connection;
  const places = [...streams].flatMap(([stream, id]) => {
    const place = stream.place();
    return place === null ? [] : [[id, place] as const];
  });
  if (places.length === 0 || socket.readyState !== socket.OPEN) return;
  const text = JSON.stringify({ type: 'ping', payload: { eventIds: Object.fromEntries(places) } });
  // The next beat finds out whether it has arrived.
  send(socket, text).catch(nothing);
};

/** Resolves when the text has left. Who reads again is heard again. */
const send = (socket: WebSocket, text: string) =>
  new Promise<void>((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) {
      resolve();
      return;
    }
    socket.send(text, (error) => {
      if (socket.bufferedAmount <= UNREAD_BYTES) socket.resume();
      if (error && socket.readyState === socket.OPEN) reject(error);
      else resolve();
    });
  });

/** Each message is sent when the one before has left: a slow client's wait in our bounded queues, not in the socket. */
const adapterOf = (socket: WebSocket) => ({
  protocol: socket.protocol,
  send: (text: string) => send(socket, text),
  onPing: () => send(socket, PONG),
  close: (code?: number, reason?: string) => {
    socket.close(code, reason);
  },
  onMessage: (handle: (text: string) => Promise<void>) => {
    socket.on('message', (data: RawData) => {
      // As `ws` gives messages unless told otherwise: one buffer.
      handle((data as Buffer).toString()).catch(() => {
        socket.close(FAULT, 'Internal error');
      });
      if (socket.bufferedAmount > UNREAD_BYTES) socket.pause();
    });
  },
});
