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

type Keys = { readonly find: JWTVerifyGetKey; readonly lastKnown: () => JWTVerifyGetKey | null };

/**
 * The issuer's keys, by discovery, asked for when the first token comes. While the issuer is away, the keys it had
 * within the last hour go on being good. Rejects with `IssuerAway` when it cannot be asked for a key that is not among
 * them, with an error of jose when it can, and has no such key.
 */
export const issuerKeys = (config: IssuerAddress): JWTVerifyGetKey => {
  let found: Promise<Keys> | null = null;
  let failedAt = -Infinity;

  const discovered = async () => {
    if (!found && performance.now() - failedAt < AFTER_FAILURE_MS) throw new IssuerAway('asked a moment ago');
    found ??= discover(config);
    try {
      return await found;
    } catch (error) {
      found = null;
      failedAt = performance.now();
      throw error;
    }
  };
  return async (header, input) => {
    const keys = await discovered();
    try {
      return await keys.find(header, input);
    } catch (error) {
      if (!isAway(error)) throw error;
      return await lastKnownKey(keys, error)(header, input);
    }
  };
};

const lastKnownKey =
  ({ lastKnown }: Keys, cause: unknown): JWTVerifyGetKey =>
  async (header, input) => {
    try {
      const known = lastKnown();
      if (known) return await known(header, input);
    } catch {
      // It may be a new key: whether it is, only the issuer could tell.
    }
    throw new IssuerAway('no keys', { cause });
  };

/** jose tells what is wrong with a token by errors of its own; what the network or a proxy did is none of them. */
const isAway = (error: unknown) =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';

const discover = async ({ issuer, keyCooldownMs = KEY_COOLDOWN_MS }: IssuerAddress): Promise<Keys> => {
  const address = await keysAddress(issuer);
  const remote = createRemoteJWKSet(address, {
    cooldownDuration: keyCooldownMs,
    cacheMaxAge: FRESH_MS,
    timeoutDuration: TIMEOUT_MS,
  });
  let freshAt = performance.now();
  return {
    find: async (header, input) => {
      const key = await remote(header, input);
      if (remote.fresh) freshAt = performance.now();
      return key;
    },
    lastKnown: () => {
      const known = remote.jwks();
      return known && performance.now() - freshAt < LOST_MS ? createLocalJWKSet(known) : null;
    },
  };
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
