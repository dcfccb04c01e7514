import { type JWTVerifyGetKey, createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';

export type IssuerAddress = {
  /** Exactly as it names itself. */
  readonly issuer: string;
  /** How long an unknown key id waits before the key set is fetched again: rotation against flooding. */
  readonly keyCooldownMs?: number;
};

/** The issuer, or what answers in its place, is of no use at the moment: not the fault of any token. */
export class IssuerAway extends Error {}

const TIMEOUT_MS = 5_000;
const KEY_COOLDOWN_MS = 10_000;
/** After a failure nobody asks again for so long: the issuer has trouble enough. */
const AFTER_FAILURE_MS = 1_000;
/** How old a key set may be before it is fetched again, and how old when it cannot be. */
const FRESH_MS = 600_000;
const LOST_MS = 3_600_000;

type KeySet = ReturnType<typeof createRemoteJWKSet>;
type Keys = { readonly address: string; readonly keySet: KeySet };

/**
 * The issuer's keys, by discovery, asked for when the first token comes, and again when they cannot be had where they
 * were. While the issuer is away, the keys it had within the last hour go on being good. Rejects with `IssuerAway` when it
 * cannot be asked for a key that is not among them, with an error of jose when it can, and has no such key.
 */
export const issuerKeys = (config: IssuerAddress): JWTVerifyGetKey => {
  const place = placeOf(config);
  let last: { readonly keySet: KeySet; readonly freshAt: number } | null = null;

  const find = async ({ keySet }: Keys, ...wanted: Parameters<JWTVerifyGetKey>) => {
    try {
      return await keySet(...wanted);
    } finally {
      if (keySet.fresh) last = { keySet, freshAt: performance.now() };
    }
  };
  const lastKnown = (cause: unknown): JWTVerifyGetKey => {
    const known = last && performance.now() - last.freshAt < LOST_MS ? last.keySet.jwks() : undefined;
    return known ? orAway(createLocalJWKSet(known)) : () => Promise.reject(new IssuerAway('no keys', { cause }));
  };
  return async (...wanted) => {
    let cause: unknown;
    for (let keys: Keys | null = await place.known(); keys; keys = await place.movedFrom(keys)) {
      try {
        return await find(keys, ...wanted);
      } catch (error) {
        if (!isAway(error)) throw error;
        cause = error;
      }
    }
    return await lastKnown(cause)(...wanted);
  };
};

/** It may be a new key: whether it is, only the issuer could tell. */
const orAway =
  (find: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (...wanted) => {
    try {
      return await find(...wanted);
    } catch (cause) {
      throw new IssuerAway('no such key among the last ones', { cause });
    }
  };

/** Where the issuer says that its keys are. It is asked once at a time, and not again right after that was in vain. */
const placeOf = (config: IssuerAddress) => {
  let found: Keys | null = null;
  let asking: Promise<Keys> | null = null;
  let failedAt = -Infinity;

  const ask = async (): Promise<Keys> => {
    if (!asking && performance.now() - failedAt < AFTER_FAILURE_MS) throw new IssuerAway('asked a moment ago');
    asking ??= discover(config, found).finally(() => (asking = null));
    try {
      return (found = await asking);
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
  };
  return {
    known: async () => found ?? (await ask()),
    /** Null when they are where they were, as far as can be told. */
    movedFrom: async (keys: Keys): Promise<Keys | null> => {
      if (found !== keys) return found;
      const next = await ask().catch(() => keys);
      failedAt = performance.now();
      return next === keys ? null : next;
    },
  };
};

/** What jose says when the key set did not come in time, or was none. */
const OF_THE_KEY_SET: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** jose tells what is wrong with a token by errors of its own; what the network or a proxy did is none of them. */
const isAway = (error: unknown) => !(error instanceof errors.JOSEError) || OF_THE_KEY_SET.has(error.code);

/** The keys that are known already, when they are still at the same place. */
const discover = async (
  { issuer, keyCooldownMs = KEY_COOLDOWN_MS }: IssuerAddress,
  known: Keys | null,
): Promise<Keys> => {
  const url = await keysAddress(issuer);
  if (known?.address === url.href) return known;
  const keySet = createRemoteJWKSet(url, {
    cooldownDuration: keyCooldownMs,
    cacheMaxAge: FRESH_MS,
    timeoutDuration: TIMEOUT_MS,
  });
  return { address: url.href, keySet };
};

const keysAddress = async (issuer: string): Promise<URL> => {
  try {
    const document = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(document, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Whatever came: each member is checked below.
    const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
    // OpenID Connect Discovery 4.3: the document must name the very issuer that was asked.
    if (found?.issuer !== issuer || typeof found.jwks_uri !== 'string') throw new Error('not this issuer');
    const address = new URL(found.jwks_uri);
    // Keys that anybody on the way could exchange are no better than none.
    if (issuer.startsWith('https:') && address.protocol !== 'https:') throw new Error('keys without TLS');
    return address;
  } catch (cause) {
    throw new IssuerAway(`No key set from ${issuer}`, { cause });
  }
};
