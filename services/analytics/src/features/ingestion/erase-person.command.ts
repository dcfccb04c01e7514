import { ALL_CONTRACTS, isState } from '@crm/contracts';
import type { EntityManager } from 'typeorm';

import { ingestState } from './ingest.command.ts';

type Subject = { readonly type: string; readonly id: string; readonly version: number };

/**
 * Takes every state of an erased person for gone, at the version that ended it, without waiting for the tombstones: what
 * is being read from the topics at this moment, and what a rebuild reads again, is older and changes nothing. In the
 * tables of every generation. Facts carry no personal values and stay. Gives the records that were cleared.
 */
export const erasePerson = async (
  { db }: { readonly db: EntityManager },
  { subjects }: { readonly subjects: readonly Subject[] },
): Promise<number> => {
  for (const { type: aggregateType, id, version } of subjects) {
    const states = ALL_CONTRACTS.filter((promise) => isState(promise) && promise.aggregate === aggregateType);
    for (const { type } of states) {
      await ingestState(db, type, { aggregateType, aggregateId: id, version, data: null });
    }
  }
  return subjects.length;
};
