import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

const FOREVER_SECONDS = 10 * 365 * 86_400;
/** More than a development machine hands out in a day. */
const MOST = 10_000;

/**
 * What the issuer remembers, in memory: access tokens are JWTs and need no memory, and there is nobody to sign in
 * with a password. One per kind of thing.
 */
export const memoryAdapter = (_kind: string): Adapter => {
  const kept = new Map<string, Kept>();
  const find = (id: string) => {
    const found = kept.get(id);
    return found && found.until > Date.now() ? found.payload : undefined;
  };
  const findBy = (matches: (payload: AdapterPayload) => boolean) =>
    [...kept.values()].find(({ payload, until }) => until > Date.now() && matches(payload))?.payload;

  return {
    upsert: (id, payload, expiresIn = FOREVER_SECONDS) => {
      const oldest = kept.keys().next();
      if (kept.size >= MOST && !oldest.done) kept.delete(oldest.value);
      kept.set(id, { payload, until: Date.now() + expiresIn * 1_000 });
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(find(id)),
    findByUserCode: (code) => Promise.resolve(findBy(({ userCode }) => userCode === code)),
    findByUid: (uid) => Promise.resolve(findBy((payload) => payload.uid === uid)),
    consume: (id) => {
      const payload = find(id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      return Promise.resolve();
    },
    destroy: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
    revokeByGrantId: (grantId) => {
      for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      return Promise.resolve();
    },
  };
};
