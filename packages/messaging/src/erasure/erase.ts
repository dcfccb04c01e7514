import { ALL_CONTRACTS, type Contract } from '@crm/contracts';
import type { EntityManager } from 'typeorm';

import { type ParkedRecord, discardParked, parkedOf } from '../consumer/parking.ts';
import { goesWith, mayBePersonal } from './erased.ts';

/** Longer than a statement of a command may take: an archive of weeks is read through. A handler has 30 s. */
const PATIENCE = '20s';

/** Events of one aggregate that are looked at. */
const AT_MOST = 10_000;

/** From now on old rows of these aggregates are passed by, whenever they come again. Waits for those who park one now. */
export const rememberErased = async (db: EntityManager, ids: readonly string[], erasureId: string) => {
  // In one order, so that two erasures do not wait for each other in a circle.
  await db.query('select erased_remember($1, $2)', [ids.toSorted(), erasureId]);
};

const TYPES_THAT_GO_WITH = ALL_CONTRACTS.flatMap((promise: Contract) => (promise.goesWith ? [promise.type] : []));

/**
 * The keys of what is parked, is no person itself, and goes with one of these persons. Where a record cannot be read,
 * it is enough that the person's id stands in it.
 */
export const parkedWith = async (db: EntityManager, ids: readonly string[]): Promise<readonly string[]> => {
  const rows = await db.query<readonly ParkedNaming[]>('select * from parked_naming($1, $2)', [
    TYPES_THAT_GO_WITH,
    ids,
  ]);
  return rows
    .filter((record) => {
      const person = goesWith(record);
      return person === null || ids.includes(person);
    })
    .map(({ aggregate_key: key }) => key);
};

type ParkedNaming = Pick<ParkedRecord, 'value' | 'headers'> & { readonly aggregate_key: string };

/** Erasing reads through what was kept for weeks. */
export const bePatient = (db: EntityManager) =>
  db.query(`select set_config('statement_timeout', $1, true)`, [PATIENCE]);

/**
 * Takes the values of an aggregate's rows out of the archive of state topics; gives how many had some. Rows that wait
 * to be published go out as tombstones. Only rows of the transaction's tenant.
 */
export const eraseArchive = async (db: EntityManager, ids: readonly string[]): Promise<number> => {
  await bePatient(db);
  let cleared = 0;
  for (const id of ids) {
    const [row] = await db.query<readonly { cleared: number }[]>('select outbox_erase($1) as cleared', [id]);
    cleared += row?.cleared ?? 0;
  }
  return cleared;
};

/**
 * Throws away the parked events of an aggregate that may hold a value of a person, whichever consumer parked them; gives
 * how many. Facts that say what their contract promises wait on for their redrive.
 */
export const discardPersonal = async (db: EntityManager, ids: readonly string[]): Promise<number> => {
  let discarded = 0;
  for (const id of ids) {
    const parked = await parkedOf(db, null, id, AT_MOST);
    for (const event of parked.filter(mayBePersonal)) {
      if (await discardParked(db, event.id)) discarded += 1;
    }
  }
  return discarded;
};
