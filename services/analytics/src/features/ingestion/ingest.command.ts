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

/** Takes over what a record is now, unless something newer is known of it. */
export const ingestState = async (db: EntityManager, type: string, state: LatestState): Promise<void> => {
  if (!(await keepState(db, type, state))) return;
  const row = dimensionOf(state);
  if (row) await upsertDimensions(db, 'live', [row]);
};
