import { type Clock, accept, idOf } from '@crm/kernel';
import { type Reaction, type Work, forgetInputs } from '@crm/persistence';
import { schedule } from '@crm/timers';

import { requestState, requestUpdated } from './service-request.event.ts';
import { claimRequest } from './service-request.guard.ts';
import { serviceRequests } from './service-request.repository.ts';
import { ERASED_FIELDS, type ServiceRequestId, eraseTexts } from './service-request.rules.ts';

type Erased = {
  readonly id: string;
  readonly subjects: readonly { readonly type: string; readonly id: string }[];
};

export type ErasureParts = {
  readonly clock: Clock;
  /** Takes the published values of rows out of our archive: messaging’s, handed over where the service is put together. */
  readonly eraseArchive: (db: Reaction['db'], ids: readonly string[]) => Promise<number>;
  /** When the segments of our state topic that hold old rows may be closed. */
  readonly sayAgainAfterMs: number;
};

export const SAY_AGAIN_TIMER = 'service-requests.say-again';

/**
 * Clears what was written in the requests of a person customer who is erased: a person writes, and is written about, in
 * every one of them. That there were requests, of what kind and how long they took, stays. A company’s requests are
 * about the company’s affairs and stay as they are. Gives how many were cleared.
 */
export const eraseRequests =
  ({ clock, eraseArchive, sayAgainAfterMs }: ErasureParts) =>
  async (work: Reaction, { id: erasureId, subjects }: Erased): Promise<number> => {
    const customers = subjects.flatMap(({ type, id }) => (type === 'customer' ? [id] : []));
    const found = await serviceRequests(work.db).idsOf(customers);
    if (found.length === 0) return 0;
    const now = clock.now();
    await eraseArchive(work.db, found);
    for (const id of found) {
      await clear(work, id, now);
      await forgetInputs(work.db, id);
    }
    const dueAt = new Date(now.getTime() + sayAgainAfterMs);
    await schedule(work.db, { kind: SAY_AGAIN_TIMER, entity: erasureId, dueAt, payload: found });
    return found.length;
  };

/**
 * Says the cleared rows once more: a broker removes what they replace only when a segment of the topic is closed, and
 * closes one only when something is written after its time.
 */
export const sayClearedAgain =
  (clock: Clock) =>
  async ({ payload }: { readonly payload: unknown }, { transact, actor }: Reaction): Promise<void> => {
    await transact(actor, async (work) => {
      // What was scheduled above: a list of ids.
      for (const id of payload as readonly string[]) await clear(work, idOf(id), clock.now());
      return accept(null);
    });
  };

const clear = async (work: Work, id: ServiceRequestId, now: Date) => {
  const at = await claimRequest(work, id);
  const request = await serviceRequests(work.db).find(id);
  if (!request) throw new TypeError('A request that was found is there: nothing deletes rows');
  const stamp = { version: at.version, updatedAt: now, updatedBy: work.actor.employee };
  const after = { ...request, ...eraseTexts(request), ...stamp };
  await serviceRequests(work.db).save(after);
  work.announce(requestUpdated(at, after, ERASED_FIELDS), requestState(at, after));
};
