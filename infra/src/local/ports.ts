import { type AddressInfo, createServer } from 'node:net';

import { Trouble, codeOf } from './trouble.ts';

export const HOST = '127.0.0.1';

const claim = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      // A TCP server's address is never a pipe's name.
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => {
        resolve(taken);
      });
    });
  });

/** A port of this machine's loopback address that nobody listens on just now. */
export const freePort = (): Promise<number> => claim(0);

/** Whether `port` can be listened on just now. Rejects when the system forbids it for another reason. */
export const isFree = async (port: number): Promise<boolean> => {
  try {
    await claim(port);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    if (codeOf(error) === 'EACCES') throw new Trouble(`Port ${String(port)} needs more rights: choose one above 1023.`);
    throw error;
  }
};

const HOW_MANY_NEXT = 100;

/** The first free port from `wanted` upwards. */
export const nextFreePort = async (wanted: number): Promise<number> => {
  for (let port = wanted; port < wanted + HOW_MANY_NEXT; port += 1) if (await isFree(port)) return port;
  throw new Trouble(
    `Ports ${String(wanted)} to ${String(wanted + HOW_MANY_NEXT - 1)} are all taken: give another by --port.`,
  );
};
