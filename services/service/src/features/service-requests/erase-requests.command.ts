import type { Clock } from '@crm/kernel';
import { type Reaction, forgetInputs } from '@crm/persistence';

import { requestState, requestUpdated } from './service-request.event.ts';
import { claimRequest } from './service-request.guard.ts';
import { serviceRequests } from './service-request.repository.ts';
import { ERASED_FIELDS, eraseTexts } from './service-request.rules.ts';

type Erased = { readonly subjects: readonly { readonly type: string; readonly id: string }[] };

/** Takes the published values of rows out of our archive: messaging’s, handed over where the service is put together. */
export type EraseArchive = (db: Reaction['db'], ids: readonly string[]) => Promise<number>;

/**
 * Clears what was written in the requests of a person customer who is erased: a person writes, and is written about, in
 * every one of them. That there were requests, of what kind and how long they took, stays. A company’s requests are
 * about the company’s affairs and stay as they are. Gives how many were cleared.
 */
export const eraseRequests =
  ({ clock, eraseArchive }: { readonly clock: Clock; readonly eraseArchive: EraseArchive }) =>
  async (work: Reaction, { subjects }: Erased): Promise<number> => {
    const customers = subjects.flatMap(({ type, id }) => (type === 'customer' ? [id] : []));
    const found = await serviceRequests(work.db).idsOf(customers);
    const now = clock.now();
    for (const id of found) {
      const at = await claimRequest(work, id);
      const request = await serviceRequests(work.db).find(id);
      if (!request) continue;
      const stamp = { version: at.version, updatedAt: now, updatedBy: work.actor.employee };
      const after = { ...request, ...eraseTexts(request), ...stamp };
      await serviceRequests(work.db).save(after);
      await forgetInputs(work.db, id);
      work.announce(requestUpdated(at, after, ERASED_FIELDS), requestState(at, after));
    }
    await eraseArchive(work.db, found);
    return found.length;
  };
