import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { messageOf } from '@crm/kernel';

import type { Consuming, EventBus, GroupStart } from '../event-bus.ts';
import type { Log } from '../log.ts';
import type { Database } from './parking.ts';
import {
  endReplay,
  leaseMove,
  openReplay,
  replayFailure,
  type ReplayRequest,
  requestReplay,
} from './replay-requests.ts';

type MembershipOptions = {
  readonly bus: Pick<EventBus, 'moveGroup'>;
  readonly database: Database;
  readonly group: string;
  readonly topics: readonly string[];
  readonly join: () => Promise<Consuming>;
  readonly log: Log;
  /** How long the one who moves the group waits for the others to leave it. */
  readonly giveUpAfterMs: number;
};

export type Membership = {
  /** All instances of the group read again from there. Throws when they do not, and says why. */
  readonly replay: (from: GroupStart) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How soon an instance learns of a replay that another one was asked for. */
const LOOK_EVERY = 1_000;
const TRY_AGAIN = 250;
/** A lease lasts ten seconds. */
const RENEW_EVERY = 3_000;

/**
 * Keeps this instance in its group, except while the group is to be moved: Kafka lets nobody move a group with members,
 * since they would commit over it. All instances see the request in the database and leave; one of them moves the group
 * and says so; all join again. One that dies takes nothing with it: the request stays, and another one moves.
 */
export const keepMember = async (options: MembershipOptions): Promise<Membership> => {
  const { database, group, join, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let consuming: Consuming | null = null;

  const obey = async () => {
    if (signal.aborted || !(await openReplay(database, group))) return;
    log.info({ group }, 'The topics are read again: the instance leaves its group');
    await consuming?.stop().catch((error: unknown) => {
      log.warn({ err: error }, 'The group was not left in good order');
    });
    consuming = null;
    await untilMoved(options, signal);
    consuming = await persistently(join, log, signal);
  };
  const look = oneAtATime(obey);

  if (await openReplay(database, group)) await untilMoved(options, signal);
  consuming = await join();
  const looking = (async () => {
    while (!signal.aborted) {
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
      // A database that is away is back for one of the next looks.
      await look().catch((error: unknown) => {
        log.debug({ err: error }, 'Whether topics are to be read again cannot be asked now');
      });
    }
  })();
  return {
    replay: async (from) => {
      const number = await requestReplay(database, group, from);
      await look();
      const failure = await replayFailure(database, group, number);
      if (failure !== null) throw new ReplayNotDone(failure);
    },
    stop: async () => {
      stopping.abort();
      await looking;
      await consuming?.stop();
    },
  };
};

/** The topics are not read again, or not yet. */
export class ReplayNotDone extends Error {
  override readonly name = 'ReplayNotDone';
}

/** Who comes while the work is under way waits for it, and then for the work once more. */
const oneAtATime = (work: () => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

const untilMoved = async (options: MembershipOptions, signal: AbortSignal) => {
  const me = randomUUID();
  const deadline = Date.now() + options.giveUpAfterMs;
  while (!signal.aborted) {
    try {
      const request = await openReplay(options.database, options.group);
      if (!request) return;
      if (await leaseMove(options.database, options.group, request.number, me)) {
        await move(request, me, Date.now() > deadline, options);
      }
    } catch (error) {
      options.log.warn({ err: error }, 'The group cannot be moved now; trying again');
    }
    await pause(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
  }
};

/** Tries once; at the last time gives the request up when it does not succeed, so that the service hears again. */
const move = async ({ number, from }: ReplayRequest, me: string, isLast: boolean, options: MembershipOptions) => {
  const { bus, database, group, topics, log } = options;
  const renewing = setInterval(() => void leaseMove(database, group, number, me).catch(() => undefined), RENEW_EVERY);
  try {
    const isMoved = await bus.moveGroup(group, topics, from);
    if (isMoved) await endReplay(database, group, number, null);
    else if (isLast) await giveUp(number, 'Instances that do not leave the group are still running', options);
    if (isMoved) log.info({ group, from }, 'The group reads its topics again');
  } catch (error) {
    if (!isLast) throw error;
    await giveUp(number, messageOf(error), options);
  } finally {
    clearInterval(renewing);
  }
};

const giveUp = async (number: number, failure: string, { database, group, log }: MembershipOptions) => {
  await endReplay(database, group, number, failure);
  log.error({ group, failure }, 'The topics are not read again');
};

/** Moved or not, the service goes on hearing. */
const persistently = async (join: () => Promise<Consuming>, log: Log, signal: AbortSignal) => {
  while (!signal.aborted) {
    try {
      return await join();
    } catch (error) {
      log.warn({ err: error }, 'The group cannot be joined now; trying again');
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
};
