import type { EntityManager } from 'typeorm';

import { type ArrivedFact, keepState, logFact } from '../../warehouse/source.repository.ts';
import { addEntries, upsertDimensions } from '../../warehouse/star.repository.ts';
import { type LatestState, dimensionOf, entryOf } from '../../warehouse/star.rules.ts';

/** Writes a fact down and lets its customer's timeline tell it: once, however often it arrives. */
export const ingestFact = async (db: EntityManager, fact: ArrivedFact): Promise<void> => {
  if (!(await logFact(db, fact))) return;
  const entry = entryOf(fact);
  if (entry) await addEntries(db, 'live', [entry]);
};

/** Whether somebody was erased; until the transaction ends, nobody erases him. Messaging's. */
export type IsErased = (db: EntityManager, id: string) => Promise<boolean>;

/**
 * Takes over a row that goes with a person. After he was erased nothing is kept of it but that it was there: rows from
 * before may still be under way, and its owner's receipt says nothing of when we hear of what it cleared.
 */
export const ingestStateOf =
  (isErased: IsErased) =>
  async (db: EntityManager, type: string, state: LatestState, goesWith: string): Promise<void> => {
    const person = state.data?.[goesWith];
    const isLost = typeof person === 'string' && (await isErased(db, person));
    await ingestState(db, type, isLost ? { ...state, data: null } : state);
  };

/** Takes over what a record is now, unless something newer is known of it. */
export const ingestState = async (db: EntityManager, type: string, state: LatestState): Promise<void> => {
  if (!(await keepState(db, type, state))) return;
  const row = dimensionOf(state);
  if (row) await upsertDimensions(db, 'live', [row]);
};
