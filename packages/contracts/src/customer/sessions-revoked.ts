import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant } from './values.ts';

/** Sign-ins from before a moment stopped being good: an employee's, or those of a subject or token that is not told. */
export const sessionsRevokedV1 = contract({
  type: 'customer.sessions-revoked.v1',
  topic: 'crm.customer.session-revocation.fact.v1',
  aggregate: 'session-revocation',
  description:
    'Sign-ins from before a moment stopped being good: an employee’s, or those of a subject or token that is not told.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ employeeId: id.nullable(), endedAt: instant }),
  example: { employeeId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c', endedAt: '2026-11-22T09:30:00.000Z' },
});

export type SessionsRevoked = DataOf<typeof sessionsRevokedV1>;
