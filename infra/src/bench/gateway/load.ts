import { setTimeout as after } from 'node:timers/promises';

import { Pool } from 'undici';

export type Load = {
  readonly origin: string;
  readonly body: string;
  /** Whether every request brings another Authorization, so that nobody may give two the same answer. */
  readonly isEachAlone: boolean;
};

const CONNECTIONS = 50;

/** Asks a gateway as many clients would. */
export const createLoad = async ({ origin, body, isEachAlone }: Load) => {
  // Shorter than any server keeps one: none is found closed when it is used again.
  const pool = new Pool(origin, { connections: CONNECTIONS, keepAliveTimeout: 1_000, keepAliveMaxTimeout: 1_000 });
  let nth = 0;
  const ask = async () => {
    nth++;
    const authorization = `Bearer client-${isEachAlone ? String(nth) : 'same'}`;
    const headers = { 'content-type': 'application/json', authorization };
    const reply = await pool.request({ path: '/graphql', method: 'POST', headers, body });
    return Buffer.from(await reply.body.bytes());
  };
  const answer = await ask();
  if (!answer.toString().includes('"data":{')) throw new Error(`No answer: ${answer.toString().slice(0, 500)}`);
  const check = async () => {
    const given = await ask();
    if (!given.equals(answer)) throw new Error(`Another answer: ${given.toString().slice(0, 500)}`);
  };

  return {
    answer: answer.toString().trim(),
    /** As many as the gateway can take, by so many clients at once. */
    flood: async (requests: number) => {
      let left = requests;
      const client = async () => {
        while (left-- > 0) await check();
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, client));
    },
    steady: steady(check),
    stop: () => pool.destroy(),
  };
};

/** Asks so many a second, whether or not those before are answered; gives each one's milliseconds, sorted. */
const steady = (ask: () => Promise<void>) => async (perSecond: number, seconds: number) => {
  const started = performance.now();
  const taken: number[] = [];
  const running: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = started + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await after(early);
    running.push(ask().then(() => void taken.push(performance.now() - due)));
  }
  await Promise.all(running);
  return taken.sort((a, b) => a - b);
};
