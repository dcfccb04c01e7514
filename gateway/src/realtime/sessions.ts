import { type Authenticate } from '../identity/authenticator.ts';

type Session = { readonly authorization: string | undefined; readonly expired: () => void };

/**
 * Connections live longer than tokens: those whose token has expired or was revoked are told so, soon after.
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
      // While the issuer cannot be asked, nobody is thrown out.
      if (signedIn.ok || signedIn.refusal.status !== 401) continue;
      for (const each of theirs) each.expired();
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

export type Sessions = ReturnType<typeof createSessions>;
