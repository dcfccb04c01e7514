import { messageOf } from '@crm/kernel';
import type { EntityManager } from 'typeorm';

import {
  discardParked,
  listParked,
  type ParkedRecord,
  parkedOf,
  type Redriven,
  type RedriveFilter,
  showParked,
} from './parking.ts';
import { lockParked } from './parking-store.ts';
import { readRecord, type Subscriptions } from './read-record.ts';
import { applyEffect, applyProjections, type Handling, isEffect } from './transactions.ts';

type Redriving = Handling & { readonly subscriptions: Subscriptions };

/** Aggregates tried by one redrive of everything. */
const AT_MOST = 10_000;

/** Tries parked events again, each in one transaction with its leaving the parking. */
export const redriveParked = async (options: Redriving, filter: RedriveFilter): Promise<Redriven> => {
  let handled = 0;
  let stillParked = 0;
  for (const key of await keysOf(options, filter)) {
    const outcome = await redriveAggregate(options, key);
    handled += outcome.handled;
    stillParked += outcome.stillParked;
  }
  return { handled, stillParked };
};

/** An event is never tried before those it waits behind: its whole aggregate is. */
const keysOf = async ({ dataSource, group }: Redriving, filter: RedriveFilter): Promise<Iterable<string>> => {
  if ('aggregateKey' in filter) return [filter.aggregateKey];
  if ('id' in filter) {
    const event = await showParked(dataSource, filter.id);
    return event?.consumer === group ? [event.aggregateKey] : [];
  }
  const events = await listParked(dataSource, { consumer: group, limit: AT_MOST });
  return new Set(events.map(({ aggregateKey }) => aggregateKey));
};

const redriveAggregate = async (options: Redriving, key: string): Promise<Redriven> => {
  let handled = 0;
  for (;;) {
    const [first] = await parkedOf(options.dataSource, options.group, key, 1);
    if (!first) return { handled, stillParked: 0 };
    try {
      await redriveOne(options, first);
      handled += 1;
    } catch (cause) {
      // Somebody else tried it, gave it up, or erased whom it was about.
      if (cause instanceof NotParked) continue;
      await options.dataSource.query('select parked_failed_again($1, $2)', [first.id, messageOf(cause)]);
      const left = await parkedOf(options.dataSource, options.group, key, AT_MOST);
      return { handled, stillParked: left.length };
    }
  }
};

/** What was read a moment ago is not parked any more: it must not have its effect. */
class NotParked extends Error {}

const redriveOne = async (options: Redriving, parked: ParkedRecord) => {
  const read = readRecord(parked, options.subscriptions, options.group);
  if (read.kind === 'poison') throw new TypeError(read.cause);
  const leave = async (db: EntityManager) => {
    await lockParked(db, options.group, parked.aggregateKey);
    if (!(await discardParked(db, parked.id))) throw new NotParked(`${parked.id} is not parked any more`);
  };
  // Nobody is subscribed to it any more.
  if (read.kind === 'passed') return applyProjections([], options, leave);
  return isEffect(read) ? applyEffect(read, options, leave) : applyProjections([read], options, leave);
};
