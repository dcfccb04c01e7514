import { type AggregateAt, fact, sessionsRevokedV1 } from '@crm/contracts';

import type { SessionRevocation } from './session.rules.ts';

export const sessionsRevoked = (at: AggregateAt, { employeeId, endedAt }: SessionRevocation, when: Date) =>
  fact(sessionsRevokedV1, at, when, { employeeId, endedAt: endedAt.toISOString() });
