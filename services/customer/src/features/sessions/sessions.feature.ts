import type { Read } from '@crm/persistence';

import { type SessionParts, revokeSessions } from './revoke-sessions.command.ts';
import { revokedSessions } from './session-revocation.queries.ts';

/** Ending sign-ins before they expire. */
export const sessionsFeature = (parts: SessionParts & { readonly read: Read }) => ({
  revokeSessions: revokeSessions(parts),
  revoked: revokedSessions(parts.read),
});

export type SessionsApi = ReturnType<typeof sessionsFeature>;
