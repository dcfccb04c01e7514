import { isDeepStrictEqual } from 'node:util';

import { type Authenticate } from '../identity/authenticator.ts';
import type { Person } from '../identity/claims.ts';

type Session = {
  readonly authorization: string | undefined;
  /** Whom it stood for when the connection began. */
  readonly person: Person | null;
  readonly expired: () => void;
  /** It stands for somebody who may do something else: an API key goes with its owner's roles. */
  readonly changed: () => void;
};

/**
 * Connections live longer than tokens: those whose token has expired or was revoked are told so, soon after; so are
 * those whose key is good for something else than when they began.
 * @param authenticate null when the gateway lets everybody in.
 */
export const createSessions = (authenticate: Authenticate | null, everyMs: number) => {
  const sessions = new Set<Session>();
  let checking = false;

  const check = async () => {
    if (!authenticate || checking) return;
    checking = true;
    const byToken = Map.groupBy(sessions, ({ authorization }) => authorization);
    for (const [authorization, theirs] of byToken) {
      const signedIn = await authenticate(authorization);
      for (const each of theirs) tell(each, signedIn);
    }
    checking = false;
  };
  const timer = setInterval(() => void check(), everyMs).unref();

  return {
    /** Gives back what ends the watching. */
    watch: (session: Session) => {
      sessions.add(session);
      return () => void sessions.delete(session);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
};

const tell = ({ person, expired, changed }: Session, signedIn: Awaited<ReturnType<Authenticate>>) => {
  if (signedIn.ok && !isDeepStrictEqual(signedIn.value, person)) changed();
  // While the issuer cannot be asked, nobody is thrown out.
  if (!signedIn.ok && signedIn.refusal.status === 401) expired();
};

export type Sessions = ReturnType<typeof createSessions>;
