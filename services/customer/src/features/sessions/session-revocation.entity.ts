import { EntitySchema } from 'typeorm';

import type { SessionRevocation } from './session.rules.ts';

type SessionRevocationRow = { -readonly [Field in keyof SessionRevocation]: SessionRevocation[Field] };

export const SessionRevocationEntity = new EntitySchema<SessionRevocationRow>({
  name: 'SessionRevocation',
  tableName: 'session_revocation',
  columns: {
    id: { type: 'uuid', primary: true },
    employeeId: { type: 'uuid', name: 'employee_id', nullable: true },
    subject: { type: 'text', nullable: true },
    tokenId: { type: 'text', name: 'token_id', nullable: true },
    endedAt: { type: 'timestamptz', name: 'ended_at' },
    forgetAt: { type: 'timestamptz', name: 'forget_at' },
  },
});
