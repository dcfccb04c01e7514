import {
  type Delivered,
  type PersonalDataReceipt,
  contractsOf,
  fact,
  personalDataErasureRequestedV1,
} from '@crm/contracts';
import type { Clock } from '@crm/kernel';
import type { Reaction } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import type { Subscription } from '../subscription.ts';
import { bePatient, discardPersonal, eraseArchive, parkedWith, rememberErased } from './erase.ts';

/** What is to be erased: the records that are the person, each at the version that ended it. */
export type Erasure = {
  readonly id: string;
  readonly contactId: string;
  readonly subjects: readonly { readonly type: string; readonly id: string; readonly version: number }[];
};

/**
 * Clears what a service holds of a person in its own tables, in the transaction it is given; gives how many records had
 * something to clear. It may be asked again for the same person.
 */
export type EraseOwn = (reaction: Reaction, erasure: Erasure) => Promise<number>;

/**
 * The records of others that go with a person (`goesWith` in their contracts), as far as a service has heard of them:
 * what is parked of them is thrown away, and their old rows are passed by.
 */
export type RecordsWith = (db: EntityManager, erasure: Erasure) => Promise<readonly string[]>;

export type ErasureParts = {
  /** Of the service itself: it announces it when nothing is left. */
  readonly receipt: PersonalDataReceipt;
  readonly clock: Clock;
  /** Left out: the service holds nothing of a person outside its outbox and its parked events. */
  readonly eraseOwn?: EraseOwn;
  /** Left out: it keeps no rows of others that go with a person. */
  readonly recordsWith?: RecordsWith;
};

/**
 * What every service does when a person is to be erased: it clears its tables, its archive and its parked events,
 * remembers whom it must not take in again, and says that it is done. All of it commits together, or is done anew.
 */
export const erasureSubscription = (parts: ErasureParts): Subscription => ({
  to: personalDataErasureRequestedV1,
  kind: 'effect',
  handle: ({ aggregate, data }: Delivered<typeof personalDataErasureRequestedV1>, reaction) =>
    data ? erase(parts, { ...data, id: aggregate.id }, reaction) : Promise.resolve(),
});

const erase = async ({ receipt, clock, eraseOwn, recordsWith }: ErasureParts, erasure: Erasure, reaction: Reaction) => {
  const { db, claim, announce } = reaction;
  const ids = erasure.subjects.map(({ id }) => id);
  await bePatient(db);
  await rememberErased(db, ids, erasure.id);
  const theirs = [...(await parkedWith(db, ids)), ...((await recordsWith?.(db, erasure)) ?? [])];
  await rememberErased(db, theirs, erasure.id);
  const parked = await discardPersonal(db, [...ids, ...theirs]);
  const archived = await eraseArchive(db, ownIds(receipt.owner, erasure));
  const records = (await eraseOwn?.(reaction, erasure)) ?? 0;
  const at = await claim('personal-data', erasure.id);
  announce(fact(receipt, at, clock.now(), { records, archived, parked }));
};

/** Rows of a record are in the outbox of its owner alone: the others need not read through theirs. */
const ownIds = (service: string, { subjects }: Erasure) => {
  const owned = new Set(contractsOf(service).map(({ aggregate }) => aggregate));
  return subjects.filter(({ type }) => owned.has(type)).map(({ id }) => id);
};
