import { type EntityManager, LessThan } from 'typeorm';

import { SessionRevocationEntity } from './session-revocation.entity.ts';
import type { SessionRevocation } from './session.rules.ts';

export const revocations = (db: EntityManager) => ({
  add: async (revocation: SessionRevocation) => {
    await db.getRepository(SessionRevocationEntity).insert(revocation);
  },

  /** What has ended by itself needs no revocation any more. */
  forget: async (now: Date) => {
    await db.getRepository(SessionRevocationEntity).delete({ forgetAt: LessThan(now) });
  },
});
