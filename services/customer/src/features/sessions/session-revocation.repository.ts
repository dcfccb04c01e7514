import { sqlOf } from '@crm/persistence';
import { type EntityManager, LessThan } from 'typeorm';

import { SessionRevocationEntity } from './session-revocation.entity.ts';
import type { SessionRevocation } from './session.rules.ts';

/** One row for whoever's sign-ins end, however often: a later end takes the place of the one before. */
const KEEP = `
  insert into session_revocation as kept (id, employee_id, subject, token_id, ended_at, forget_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant_id, employee_id, subject, token_id) do update
     set ended_at = excluded.ended_at, forget_at = excluded.forget_at
   where kept.ended_at < excluded.ended_at
  returning id`;

export const revocations = (db: EntityManager) => ({
  /** Gives the id under which it is kept, which may be that of an earlier one; null when that one says it already. */
  keep: async (revocation: SessionRevocation): Promise<SessionRevocation['id'] | null> => {
    const { id, employeeId, subject, tokenId, endedAt, forgetAt } = revocation;
    const values = [id, employeeId, subject, tokenId, endedAt, forgetAt];
    const [kept] = await sqlOf(db).query<Pick<SessionRevocation, 'id'>>(KEEP, values);
    return kept?.id ?? null;
  },

  /** What has ended by itself needs no revocation any more. */
  forget: async (now: Date) => {
    await db.getRepository(SessionRevocationEntity).delete({ forgetAt: LessThan(now) });
  },
});
