import {
  type AggregateAt,
  type Fact,
  contactStateV1,
  customerStateV1,
  fact,
  personalDataErasureCompletedV1,
  personalDataErasureConfirmedV1,
  personalDataErasureRequestedV1,
  tombstone,
} from '@crm/contracts';

import type { Erasure, Subject } from './erasure.rules.ts';

export const erasureRequested = (at: AggregateAt, { contactId, subjects }: Erasure, when: Date) =>
  fact(personalDataErasureRequestedV1, at, when, { contactId, subjects: [...subjects] });

export const erasureConfirmed = (at: AggregateAt, done: number, total: number, when: Date) =>
  fact(personalDataErasureConfirmedV1, at, when, { done, total });

export const erasureCompleted = (at: AggregateAt, { contactId, requestedAt, requestedBy }: Erasure, when: Date) =>
  fact(personalDataErasureCompletedV1, at, when, { contactId, requestedAt: requestedAt.toISOString(), requestedBy });

const STATES = { contact: contactStateV1, customer: customerStateV1 } as const;

/** That the record is gone, said once more at the version that ended it. */
export const goneAgain = ({ type, id, version }: Subject, when: Date): Fact =>
  tombstone(STATES[type], { type, id, version }, when);
