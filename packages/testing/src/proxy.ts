import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

export type Proxy = {
  readonly host: string;
  readonly port: number;
  /** Ends all connections, and every new one at once, until `restore`. */
  readonly cut: () => void;
  readonly restore: () => void;
  /** From now on every chunk of an answer arrives this much later. */
  readonly delay: (ms: number) => void;
  /**
   * The next request that matches reaches the server; its answer is thrown away and the connection ends, `andCut` the
   * network with it. Resolves when that has happened.
   */
  readonly loseReplyTo: (matches: (request: Buffer) => boolean, andCut?: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type ProxyOptions = {
  /** `host:port` of the server. */
  readonly to: string;
  /** A server that tells clients where it is (a Kafka broker) is made to tell them the proxy's port. */
  readonly announced?: boolean;
};

const HOST = '127.0.0.1';

type Fault = { cut: boolean; ms: number; lose: Loss | null };
type Loss = { readonly matches: (request: Buffer) => boolean; readonly done: (socket: Socket) => void };

/** A stretch of network between a client and a server that a spec can spoil: it cuts, delays, and loses one answer. */
export const startProxy = async ({ to, announced = false }: ProxyOptions): Promise<Proxy> => {
  const [host = HOST, port = ''] = to.split(':');
  const fault: Fault = { cut: false, ms: 0, lose: null };
  const connections = trackSockets();
  const server = createServer((client) => {
    connections.track(client);
    if (fault.cut) {
      client.destroy();
      return;
    }
    const upstream = connect({ host, port: Number(port), noDelay: true });
    connections.track(upstream);
    join(client, upstream, fault, announced ? announcing(host, Number(port), client.localPort ?? 0) : asItIs);
  });
  await once(server.listen(0, HOST), 'listening');
  return {
    host: HOST,
    // An address of a TCP server is never a path.
    port: (server.address() as AddressInfo).port,
    ...spoiling(fault, connections.endAll),
    stop: async () => {
      server.close();
      connections.endAll();
      await once(server, 'close');
    },
  };
};

const trackSockets = () => {
  const sockets = new Set<Socket>();
  return {
    track: (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    },
    endAll: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};

const spoiling = (fault: Fault, endAll: () => void) => {
  const cut = () => {
    fault.cut = true;
    endAll();
  };
  return {
    cut,
    restore: () => {
      fault.cut = false;
    },
    delay: (ms: number) => {
      fault.ms = ms;
    },
    loseReplyTo: (matches: Loss['matches'], andCut = false) =>
      new Promise<void>((resolve) => {
        const done = (client: Socket) => {
          client.destroy();
          if (andCut) cut();
          resolve();
        };
        fault.lose = { matches, done };
      }),
  };
};

const join = (client: Socket, upstream: Socket, fault: Fault, change: (answer: Buffer) => Buffer) => {
  let losing: Loss | null = null;
  let last: Promise<unknown> = Promise.resolve();
  client.setNoDelay(true);
  client.on('data', (request: Buffer) => {
    if (fault.lose?.matches(request)) {
      losing = fault.lose;
      fault.lose = null;
    }
    upstream.write(request);
  });
  upstream.on('data', (answer: Buffer) => {
    if (losing) {
      losing.done(client);
      return;
    }
    const { ms } = fault;
    // In order, also when the delay has just become shorter.
    last = last
      .then(() => (ms > 0 ? after(ms, undefined, { ref: false }) : undefined))
      .then(() => client.write(change(answer)));
  });
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => void last.then(() => client.destroy()));
};

const asItIs = (answer: Buffer) => answer;

/** In Kafka's protocol an address is a length, the host and four bytes of port: another port takes no more room. */
const announcing = (host: string, from: number, to: number) => {
  const addressAt = (port: number) => {
    const address = Buffer.alloc(host.length + 6);
    address.writeInt16BE(host.length, 0);
    address.write(host, 2);
    address.writeInt32BE(port, host.length + 2);
    return address;
  };
  const [wanted, instead] = [addressAt(from), addressAt(to)];
  return (answer: Buffer) => {
    for (let at = answer.indexOf(wanted); at >= 0; at = answer.indexOf(wanted, at)) instead.copy(answer, at);
    return answer;
  };
};
