import {
  type AggregateAt,
  type Fact,
  contactStateV1,
  customerStateV1,
  fact,
  personalDataErasureCompletedV1,
  personalDataErasureRequestedV1,
  tombstone,
} from '@crm/contracts';

import type { Erasure, Subject } from './erasure.rules.ts';

export const erasureRequested = (at: AggregateAt, { contactId, subjects }: Erasure, when: Date) =>
  fact(personalDataErasureRequestedV1, at, when, { contactId, subjects: [...subjects] });

export const erasureCompleted = (at: AggregateAt, { contactId, requestedAt }: Erasure, when: Date) =>
  fact(personalDataErasureCompletedV1, at, when, { contactId, requestedAt: requestedAt.toISOString() });

const STATES = { contact: contactStateV1, customer: customerStateV1 } as const;

/** That the record is gone, said once more at the version that ended it. */
export const goneAgain = ({ type, id, version }: Subject, when: Date): Fact =>
  tombstone(STATES[type], { type, id, version }, when);
