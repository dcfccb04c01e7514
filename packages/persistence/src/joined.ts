import type { Fact } from '@crm/contracts';

import type { Transact, Work } from './unit-of-work.ts';

/** A unit of work that was begun elsewhere, and through which commands can be run. */
export type Reaction = Work & {
  /**
   * Runs a command inside this very transaction: `rescoreLead(transact, clock)(actor, id)`. A refused command leaves no
   * trace of itself; what else was done stays. Its facts are published with all others, when the whole commits.
   */
  readonly transact: Transact;
};

/** Lets reactions to events and timers call commands in their own transaction. A conflict repeats the whole of it. */
export const reactionIn = (work: Work): Reaction => ({
  ...work,
  transact: async (actor, decide) => {
    if (actor.tenant !== work.actor.tenant) throw new TypeError('A transaction belongs to one tenant');
    const facts: Fact[] = [];
    await work.db.query('savepoint command');
    const decision = await decide({ ...work, actor, announce: (...more) => facts.push(...more) });
    if (decision.ok) work.announce(...facts);
    else await work.db.query('rollback to savepoint command');
    await work.db.query('release savepoint command');
    return decision;
  },
});
