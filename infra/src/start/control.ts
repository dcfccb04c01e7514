import { rm } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';

import { Trouble } from '../local/trouble.ts';

/**
 * A running suite listens on a socket in its data folder: that is how another start, a reset, or a service that
 * wants to take its own place in the suite finds it. One line each way; the place is lent until the line is cut.
 */
export type Question = { readonly ask: 'who' } | { readonly ask: 'lend'; readonly service: string };

/** The environment to run a lent service with, or why it is not lent. */
export type Answer =
  { readonly pid: number } | { readonly env: Readonly<Record<string, string>> } | { readonly refused: string };

export type Lending = {
  /** Stops the suite's own process of the service and gives its environment. */
  readonly lend: (service: string) => Promise<Answer>;
  readonly giveBack: (service: string) => void;
};

const reply = (socket: Socket, answer: Answer) => socket.write(`${JSON.stringify(answer)}\n`);

const serve = (socket: Socket, { lend, giveBack }: Lending) => {
  socket.on('error', () => undefined);
  createInterface({ input: socket }).once('line', (line) => {
    // Written by `ask` below, of the same version.
    const question = JSON.parse(line) as Question;
    if (question.ask === 'who') {
      reply(socket, { pid: process.pid });
      return;
    }
    void lend(question.service).then((answer) => {
      if ('env' in answer)
        socket.once('close', () => {
          giveBack(question.service);
        });
      reply(socket, answer);
    });
  });
};

/** Opens the suite's socket. Refuses (Trouble) when another suite uses this data folder. */
export const openControl = async (path: string, lending: Lending): Promise<{ readonly close: () => Promise<void> }> => {
  const other = await runningSuite(path);
  if (other !== null) throw new Trouble(`A suite with this data folder is running already (process ${String(other)}).`);
  await rm(path, { force: true });
  const server: Server = createServer((socket) => {
    serve(socket, lending);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  return {
    close: async () => {
      server.close();
      await rm(path, { force: true });
    },
  };
};

/** Asks the suite one thing. Null when none is running. The line stays open until `hangUp`. */
export const ask = (path: string, question: Question): Promise<{ answer: Answer; hangUp: () => void } | null> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('error', () => {
      resolve(null);
    });
    socket.once('close', () => {
      resolve(null);
    });
    socket.once('connect', () => socket.write(`${JSON.stringify(question)}\n`));
    createInterface({ input: socket })
      .once('line', (line) => {
        // Written by `reply` above, of the same version.
        resolve({ answer: JSON.parse(line) as Answer, hangUp: () => socket.destroy() });
      })
      .on('error', () => undefined);
  });

/** The process of the suite that uses this data folder; null when none does. */
export const runningSuite = async (path: string): Promise<number | null> => {
  const said = await ask(path, { ask: 'who' });
  said?.hangUp();
  return said && 'pid' in said.answer ? said.answer.pid : null;
};
