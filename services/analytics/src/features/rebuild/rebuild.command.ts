import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, accept, refuse } from '@crm/kernel';
import { type Transact, type Work, once } from '@crm/persistence';
import { schedule } from '@crm/timers';
import type { EntityManager } from 'typeorm';

import { deleteOthers, holdWriters, lockGeneration, saveGeneration } from '../../warehouse/generation.repository.ts';
import { type Generation, begun, finished, flipped, withStates } from '../../warehouse/generation.rules.ts';
import { factsAfter, statesAfter } from '../../warehouse/source.repository.ts';
import { addEntries, upsertDimensions } from '../../warehouse/star.repository.ts';
import { dimensionOf, entryOf } from '../../warehouse/star.rules.ts';

export type RebuildParts = { readonly transact: Transact; readonly clock: Clock };

/** Rows of the source per step: well within the time a statement may take, and short enough not to hold anybody up. */
const BATCH = 2_000;
const CLEAN_UP = 10_000;

/** The timer that carries a rebuild on, step by step, whoever dies meanwhile. */
export const REBUILD_TIMER = 'rebuild.advance';

/** Begins to build everything anew from what the topics said; answers the generation. For those who administer it all. */
export const startRebuild =
  ({ transact, clock }: RebuildParts) =>
  ({ actor, access }: Caller, input: { readonly idempotencyKey?: string | null }) =>
    transact<number, CommonRefusal>(actor, (work) => {
      const said = { operation: 'rebuildAnalytics', key: input.idempotencyKey, input };
      // Half of the tables cannot be rebuilt: whoever may do this to some records may not do it.
      const mayRebuild = access.predicate('Timeline', 'update').kind === 'all';
      return once<number, CommonRefusal>(work, said, async () =>
        mayRebuild
          ? accept(await begin(work, clock.now()))
          : refuse({ kind: 'forbidden', permission: 'Timeline.update' }),
      );
    });

const begin = async ({ db, actor }: Work, now: Date): Promise<number> => {
  // Whoever wrote to the old generation alone has committed when this is held; whoever comes later writes to both.
  await holdWriters(db);
  const before = await lockGeneration(db);
  const after = begun(before, now);
  if (after === before) return after.building ?? after.current;
  await saveGeneration(db, after);
  await schedule(db, { kind: REBUILD_TIMER, entity: actor.tenant, dueAt: now });
  return after.building ?? after.current;
};

/** One step of a rebuild, in the transaction of its timer; sets the next one. */
export const carryOn =
  (clock: Clock) =>
  async ({ db, actor }: Pick<Work, 'db' | 'actor'>): Promise<void> => {
    const now = clock.now();
    if (await advanceRebuild(db, now)) await schedule(db, { kind: REBUILD_TIMER, entity: actor.tenant, dueAt: now });
  };

/** Takes a rebuild one step further; false when there is nothing left to do. */
export const advanceRebuild = async (db: EntityManager, now: Date): Promise<boolean> => {
  const generation = await lockGeneration(db);
  if (!generation || generation.phase === 'idle') return false;
  const after = await STEPS[generation.phase](db, generation, now);
  await saveGeneration(db, after);
  return after.phase !== 'idle';
};

type Step = (db: EntityManager, generation: Generation, now: Date) => Promise<Generation>;

const fillStates: Step = async (db, generation) => {
  const states = await statesAfter(db, generation.position, BATCH);
  await upsertDimensions(
    db,
    target(generation),
    states.flatMap((state) => dimensionOf(state) ?? []),
  );
  const last = states.at(-1);
  return last ? { ...generation, position: last.no } : withStates(generation);
};

const fillFacts: Step = async (db, generation) => {
  const facts = await factsAfter(db, generation.position, BATCH);
  await addEntries(
    db,
    target(generation),
    facts.flatMap((fact) => entryOf(fact) ?? []),
  );
  const last = facts.at(-1);
  if (last) return { ...generation, position: last.no };
  // A step of its own, with no row locked: nobody waits for us while we wait for the writers.
  await holdWriters(db);
  return flipped(generation);
};

const cleanUp: Step = async (db, generation, now) =>
  (await deleteOthers(db, generation.current, CLEAN_UP)) ? generation : finished(generation, now);

const STEPS: Readonly<Record<Exclude<Generation['phase'], 'idle'>, Step>> = {
  states: fillStates,
  facts: fillFacts,
  cleaning: cleanUp,
};

const target = ({ building, current }: Generation) => building ?? current;
