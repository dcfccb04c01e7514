import { startWriter } from './drain.ts';
import type { Stand } from './stand.ts';

const SLICE = 1_500;
const ROUNDS = 4;

/** Business transactions a second with the outbox and without it, in turn, so that noise falls on both. */
export const measureCost = async (stand: Stand) => {
  const writer = startWriter(stand);
  try {
    await writer.ask('transactionsIn', { ms: SLICE, silent: false });
    const rates: Record<'with' | 'without', number> = { with: 0, without: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.without += (await writer.ask('transactionsIn', { ms: SLICE, silent: true })) / ROUNDS;
      rates.with += (await writer.ask('transactionsIn', { ms: SLICE, silent: false })) / ROUNDS;
    }
    return { ...rates, ratio: rates.with / rates.without };
  } finally {
    await writer.stop();
    await stand.asOwner('delete from outbox_pending');
  }
};
