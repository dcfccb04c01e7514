/**
 * Within this time of its latest beat a leader may send, and what it has sent has landed half a second later: whoever is
 * given its lanes begins 2 s after it got their locks, or later (`outbox_lead`).
 */
const LEASE = 1_500;
const RENEW = 500;

/**
 * The right of a leader to send. It lasts for a moment and is renewed in the database by the session that holds the
 * locks, so a process that stood still, or whose session is gone without its knowing, has lost it when it goes on.
 * Renewed only while there is something to send: an idle leader costs nothing. `now` in milliseconds, never set back.
 */
export const createLease = (beat: () => Promise<unknown>, now: () => number = () => performance.now()) => {
  let renewedAt = -Infinity;
  let renewal: Promise<void> | null = null;

  const renew = () =>
    (renewal ??= (async () => {
      const at = now();
      try {
        await beat();
        renewedAt = at;
      } finally {
        renewal = null;
      }
    })());

  return {
    holds: () => now() - renewedAt < LEASE,
    /** Renewed before, and again and again while it is sent. Rejects when it cannot be renewed. */
    during: async <Value>(send: () => Promise<Value>): Promise<Value> => {
      if (now() - renewedAt >= RENEW) await renew();
      // A session that fails says so itself.
      const renewing = setInterval(() => void renew().catch(() => undefined), RENEW);
      try {
        return await send();
      } finally {
        clearInterval(renewing);
      }
    },
  };
};

export type Lease = ReturnType<typeof createLease>;
