import { ALL_CONTRACTS, type Contract, isState } from '@crm/contracts';
import type { EntityManager } from 'typeorm';

import { clearStates, recordsNaming } from '../../warehouse/source.repository.ts';
import { recordTypeOf } from '../../warehouse/star.rules.ts';
import { ingestState } from './ingest.command.ts';

type Subject = { readonly type: string; readonly id: string; readonly version: number };
type Erased = { readonly subjects: readonly Subject[] };

const STATES: readonly Contract[] = ALL_CONTRACTS.filter(isState);

/** States of records that are no persons and go with one. */
const WITH_A_PERSON = STATES.flatMap(({ type, aggregate, goesWith }) =>
  goesWith === undefined ? [] : [{ type, field: goesWith, subject: recordTypeOf(aggregate) }],
);

/** The records that go with an erased person, as far as we have heard of them. */
export const recordsWith = async (db: EntityManager, { subjects }: Erased): Promise<readonly string[]> => {
  const persons = subjects.map(({ id }) => id);
  const found = await Promise.all(WITH_A_PERSON.map((kind) => recordsNaming(db, kind, persons)));
  return found.flat();
};

/**
 * Takes every state of an erased person for gone, at the version that ended it, without waiting for the tombstones: what
 * is being read from the topics at this moment, and what a rebuild reads again, is older and changes nothing. In the
 * tables of every generation. What is kept of records that go with the person is cleared, without waiting until their
 * owner says so. Facts carry no personal values and stay. Gives the records that were cleared.
 */
export const erasePerson = async ({ db }: { readonly db: EntityManager }, { subjects }: Erased): Promise<number> => {
  for (const { type: aggregateType, id, version } of subjects) {
    const states = STATES.filter(({ aggregate }) => aggregate === aggregateType);
    for (const { type } of states) {
      await ingestState(db, type, { aggregateType, aggregateId: id, version, data: null });
    }
  }
  const theirs = await recordsWith(db, { subjects });
  const cleared = await Promise.all(WITH_A_PERSON.map(({ type }) => clearStates(db, type, theirs)));
  return cleared.reduce((sum, each) => sum + each, subjects.length);
};
