import type { Caller } from '@crm/access';
import { listLoaderOf, loaderOf } from '@crm/graphql';
import { STATE_SEGMENT_MS } from '@crm/messaging';
import type { Read } from '@crm/persistence';

import { type ErasureParts, erasePersonalData } from './erase-personal-data.command.ts';
import { ASK_AGAIN_TIMER, GONE_AGAIN_TIMER, askAgain, sayGoneAgain } from './erasure-timers.command.ts';
import { confirmationsOf, erasuresByIds, erasuresOfContacts, listErasures } from './erasure.queries.ts';

const HOUR = 3_600_000;

/** Facts are kept for 28 days: whoever was away for two weeks finds the first request, and the second for sure. */
const TIMES = { goneAgainAfterMs: STATE_SEGMENT_MS + HOUR, askAgainAfterMs: 14 * 24 * HOUR };

/** Erasing persons: begun by a mutation, carried on by events, ended by timers. */
export const personalDataFeature = (parts: Omit<ErasureParts, 'times'> & { readonly read: Read }) => {
  const [byIds, ofContacts] = [erasuresByIds(parts.read), erasuresOfContacts(parts.read)];
  const confirmations = confirmationsOf(parts.read);
  return {
    api: {
      erase: erasePersonalData({ ...parts, times: TIMES }),
      list: listErasures(parts.read),
    },
    timers: [
      { kind: GONE_AGAIN_TIMER, handle: sayGoneAgain(parts.clock) },
      { kind: ASK_AGAIN_TIMER, handle: askAgain(parts.clock, TIMES) },
    ],
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      ofContact: loaderOf(
        (ids) => ofContacts(caller, ids),
        ({ contactId }) => contactId,
      ),
      confirmationsOf: listLoaderOf(
        (ids) => confirmations(caller, ids),
        ({ erasureId }) => erasureId,
      ),
    }),
  };
};

type PersonalDataFeature = ReturnType<typeof personalDataFeature>;
export type PersonalDataApi = PersonalDataFeature['api'] & ReturnType<PersonalDataFeature['perRequest']>;
