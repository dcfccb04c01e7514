import { type Actor, isGateway } from '@crm/kernel';
import type { Read } from '@crm/persistence';

import type { SessionRevocation } from './session.rules.ts';

export type SessionRevocationRow = Pick<SessionRevocation, 'employeeId' | 'subject' | 'tokenId' | 'endedAt'>;

/** The company's sign-ins that are no longer good. The gateway's business: for anybody else there are none. */
export const revokedSessions =
  (read: Read) =>
  async (actor: Actor): Promise<readonly SessionRevocationRow[]> =>
    isGateway(actor)
      ? read(actor, (sql) =>
          sql.query<SessionRevocationRow>(
            `select employee_id as "employeeId", subject, token_id as "tokenId", ended_at as "endedAt"
               from session_revocation where forget_at > now() order by forget_at, id`,
          ),
        )
      : [];
