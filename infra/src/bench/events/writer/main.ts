import { setTimeout as after } from 'node:timers/promises';

import { fact } from '@crm/contracts';
import { accept, idOf, newId, systemActor } from '@crm/kernel';
import { kafkaEventBus, type Relay, startRelay } from '@crm/messaging';
import { openDatabase, transactOn } from '@crm/persistence';

import { answer, type Questions, sharedNow } from '../part.ts';
import { NOTE, ORDER_PLACED } from '../order.ts';

const [databaseUrl = '', brokers = ''] = process.argv.slice(2);
const POOL = 16;
/** Often enough that no transaction waits long for its turn, seldom enough to cost little. */
const TICK = 2;
/** A machine that cannot keep up is not buried. */
const MOST_OPEN = 4 * POOL;

const dataSource = await openDatabase({ url: databaseUrl, entities: [], applicationName: 'bench', poolSize: POOL });
const bus = kafkaEventBus({ brokers: brokers.split(','), clientId: 'bench' });
const actor = systemActor(idOf('0198d3a0-0000-7000-8000-000000000001'), 'bench');
let relay: Relay | null = null;
let published = 0;

const transact = transactOn(dataSource, () => relay?.nudge());

/** One business transaction: claims, writes a row, and says so unless `silent`. */
const placeOrder = (number: number, silent = false) =>
  transact(actor, async ({ db, claim, announce }) => {
    const at = await claim('order', newId('Lead'));
    await db.query('insert into "order" values ($1, $2, $3, $4)', [at.id, number, 'Example AG', NOTE]);
    const order = { number, customer: 'Example AG', currency: 'EUR', total: '120.00', note: NOTE };
    if (!silent) announce(fact(ORDER_PLACED, at, new Date(), order));
    return accept(null);
  });

/** As many transactions as eight clients manage, one after the other. */
const transactionsIn = async ({ ms, silent }: { readonly ms: number; readonly silent: boolean }) => {
  const end = Date.now() + ms;
  let done = 0;
  const client = async () => {
    for (; Date.now() < end; done += 1) await placeOrder(done, silent);
  };
  await Promise.all(Array.from({ length: 8 }, client));
  return (done / ms) * 1_000;
};

type Load = { readonly from: number; readonly rate: number; readonly ms: number };

/** Starts transactions at a given rate, unless too many are open: tells when each was committed, and the rate reached. */
const load = async ({ from, rate, ms }: Load) => {
  const committed: [number: number, at: number][] = [];
  const open = new Set<Promise<unknown>>();
  const begun = sharedNow();
  let number = from;
  while (sharedNow() - begun < ms) {
    const due = from + ((sharedNow() - begun) * rate) / 1_000;
    while (number < due && open.size < MOST_OPEN) {
      const mine = (number += 1);
      const placed: Promise<unknown> = placeOrder(mine).then(() => {
        committed.push([mine, sharedNow()]);
        open.delete(placed);
      });
      open.add(placed);
    }
    await after(TICK);
  }
  await Promise.all(open);
  return { committed, perSecond: (committed.length / (sharedNow() - begun)) * 1_000 };
};

const known = {
  load,
  transactionsIn,
  published: () => published,
  startRelay: async () => {
    relay = await startRelay({
      databaseUrl,
      bus,
      service: 'bench',
      metrics: { published: (rows) => (published += rows) },
      onFatal: (cause) => {
        throw cause;
      },
    });
  },
  residentMb: () => {
    globalThis.gc?.();
    return process.memoryUsage.rss() / 1_048_576;
  },
} satisfies Questions;

export type Writer = typeof known;

answer(known, async () => {
  await relay?.stop();
  await bus.close();
  await dataSource.destroy();
});
