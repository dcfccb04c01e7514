import { type Clock, accept, idOf } from '@crm/kernel';
import type { Reaction } from '@crm/persistence';
import { schedule } from '@crm/timers';

import { erasureRequested, goneAgain } from './erasure.event.ts';
import { erasures } from './erasure.repository.ts';

export type ErasureTimes = {
  /** When the segments of the topics that hold old rows may be closed. */
  readonly goneAgainAfterMs: number;
  /** When a service that has not confirmed is asked again: well before topics forget the request. */
  readonly askAgainAfterMs: number;
};

export const GONE_AGAIN_TIMER = 'personal-data.gone-again';
export const ASK_AGAIN_TIMER = 'personal-data.ask-again';

export const after = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

/**
 * Says once more that the records are gone. A broker compacts closed segments only, and closes one when something is
 * written after its time: on a topic where nobody writes, the old rows and their tombstone would lie in the open
 * segment for ever.
 */
export const sayGoneAgain =
  (clock: Clock) =>
  async ({ entity }: { readonly entity: string }, { transact, actor }: Reaction): Promise<void> => {
    await transact(actor, async ({ db, announce }) => {
      const erasure = await erasures(db).find(idOf(entity));
      announce(...(erasure?.subjects ?? []).map((subject) => goneAgain(subject, clock.now())));
      return accept(null);
    });
  };

/** Asks the services anew while one has not confirmed; those that have done their part say so again, and nothing changes. */
export const askAgain =
  (clock: Clock, { askAgainAfterMs }: ErasureTimes) =>
  async ({ entity }: { readonly entity: string }, { transact, actor }: Reaction): Promise<void> => {
    await transact(actor, async ({ db, announce, claim }) => {
      const now = clock.now();
      const erasure = await erasures(db).hold(idOf(entity));
      if (erasure?.completedAt !== null) return accept(null);
      announce(erasureRequested(await claim('personal-data', erasure.id), erasure, now));
      await schedule(db, { kind: ASK_AGAIN_TIMER, entity, dueAt: after(now, askAgainAfterMs) });
      return accept(null);
    });
  };
