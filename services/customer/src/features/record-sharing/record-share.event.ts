import {
  type AggregateAt,
  fact,
  recordShareStateV1,
  recordSharedV1,
  recordUnsharedV1,
  tombstone,
} from '@crm/contracts';

import type { Share } from './record-share.rules.ts';

const told = ({ recordType, recordId, granteeType, granteeId, level, until }: Share) => ({
  recordType,
  recordId,
  granteeType,
  granteeId,
  level,
  until: until?.toISOString() ?? null,
});

export const recordShared = (at: AggregateAt, share: Share, when: Date) => [
  fact(recordSharedV1, at, when, told(share)),
  fact(recordShareStateV1, at, when, told(share)),
];

export const recordUnshared = (at: AggregateAt, { recordType, recordId, granteeId }: Share, when: Date) => [
  fact(recordUnsharedV1, at, when, { recordType, recordId, granteeId }),
  tombstone(recordShareStateV1, at, when),
];
