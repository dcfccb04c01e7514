import { setTimeout as pause } from 'node:timers/promises';

import { OUTBOX_LANES } from '@crm/persistence';

import type { Log } from '../log.ts';
import { createLease } from './lease.ts';
import type { RelaySession } from './session.ts';

/** How often lanes that others lead are tried. */
const TRY = 500;

const MAINTAIN = 3_600_000;
const DAYS_AHEAD = 7;
const KEEP_DAYS = 30;

/** Leads every lane it can get: the lock decides, the lease says until when it may send. */
export const keepLeading = (session: RelaySession, me: string, log: Log) => {
  let held: number[] = [];
  let triedAt = 0;
  let maintainedAt = 0;
  const tryLanes = async () => {
    triedAt = Date.now();
    const won = await session.lead(held);
    if (won.length === 0) return;
    const wait = await session.succeed(won, me);
    if (wait > 0) await pause(wait);
    held = [...held, ...won].sort((one, other) => one - other);
    log.info({ lanes: held, wait }, 'The relay leads');
  };

  /** The leader of the first lane looks after the table for all. */
  const maintain = async () => {
    maintainedAt = Date.now();
    try {
      await session.maintain(DAYS_AHEAD, KEEP_DAYS);
    } catch (error) {
      log.warn({ err: error }, 'The outbox could not be maintained now');
    }
  };

  return {
    held: (): readonly number[] => held,
    lanes: async (): Promise<readonly number[]> => {
      if (held.length < OUTBOX_LANES && Date.now() - triedAt >= TRY) await tryLanes();
      if (held.includes(0) && Date.now() - maintainedAt >= MAINTAIN) await maintain();
      return held;
    },
    lease: createLease(() => session.beat(me)),
  };
};
