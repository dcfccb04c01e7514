import type { Socket } from 'node:net';

const open = () => true;

/**
 * Keeps a producer's bytes inside while its user may not send. kafkajs tries a request again for as long as it takes, so
 * to have asked before the first try says nothing about the last.
 */
export const createFence = () => {
  let maySend: () => boolean = open;
  return {
    /** Asks `may` before each write, until the work is done. One work at a time. */
    during: async <Value>(may: (() => boolean) | undefined, work: () => Promise<Value>): Promise<Value> => {
      maySend = may ?? open;
      try {
        return await work();
      } finally {
        maySend = open;
      }
    },
    /** The connection ends instead of writing what may not be sent: kafkajs takes that for a network that is away. */
    guard: (socket: Socket): Socket => {
      // One function for all the ways in which it may be called: each gets what the socket itself would give.
      const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
      const guarded = (...given: unknown[]) => {
        if (maySend()) return write(...given);
        socket.destroy(new Error('It may not send now'));
        return false;
      };
      return Object.assign(socket, { write: guarded });
    },
  };
};

export type Fence = ReturnType<typeof createFence>;
