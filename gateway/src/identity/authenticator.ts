import { createHash } from 'node:crypto';

import { type Result, accept, refuse } from '@crm/kernel';
import { type JWTVerifyGetKey, type JWTVerifyResult, createRemoteJWKSet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

import { type Person, personOf } from './claims.ts';
import { type SignInRefusal, reasonOf, signInRefused } from './refusals.ts';

/** Tells who presents an `Authorization` header. */
export type Authenticate = (authorization: string | undefined) => Promise<Result<Person, SignInRefusal>>;

type Issuer = {
  readonly issuer: string;
  readonly audience: string;
  /** How long an unknown key id waits before the key set is fetched again: rotation against flooding. */
  readonly keyCooldownMs?: number;
};

/** No symmetric algorithm and no `none`: a public key must never do as a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** RFC 9068 says at+jwt; several issuers say JWT. Logout and other tokens carry their own types. */
const ACCESS_TOKEN_TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const CLOCK_SKEW_SECONDS = 5;
const REMEMBERED_TOKENS = 10_000;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;
const DISCOVERY_TIMEOUT_MS = 5_000;

/**
 * Verifies access tokens of one OIDC issuer: signature, issuer, audience, expiry, type. A verified token is
 * remembered by its hash until it expires, at most 10 000 of them. The issuer is asked when the first token comes,
 * so that the gateway starts without it.
 */
export const createAuthenticator = (config: Issuer): Authenticate => {
  const key = keysOf(config);
  const known = new LRUCache<string, Person>({ max: REMEMBERED_TOKENS });

  return async (authorization) => {
    if (!authorization) return refuse(signInRefused('MISSING'));
    const token = BEARER.exec(authorization)?.[1];
    if (!token) return refuse(signInRefused('MALFORMED'));
    const hash = createHash('sha256').update(token).digest('base64');
    const remembered = known.get(hash);
    if (remembered) return accept(remembered);

    const verified = await verify(token, key, config);
    if (!verified.ok) return verified;
    const { person, expiresAt } = verified.value;
    const ttl = expiresAt - Date.now();
    if (ttl > 0) known.set(hash, person, { ttl });
    return accept(person);
  };
};

type Verified = { readonly person: Person; readonly expiresAt: number };

const verify = async (
  token: string,
  key: JWTVerifyGetKey,
  { issuer, audience }: Issuer,
): Promise<Result<Verified, SignInRefusal>> => {
  try {
    const verified = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    return accessTokenOf(verified);
  } catch (error) {
    return refuse(signInRefused(reasonOf(error)));
  }
};

const accessTokenOf = ({ payload, protectedHeader }: JWTVerifyResult): Result<Verified, SignInRefusal> => {
  if (!ACCESS_TOKEN_TYPES.has(protectedHeader.typ?.toLowerCase() ?? '')) return refuse(signInRefused('INVALID'));
  const person = personOf(payload);
  if (!person.ok) return refuse(signInRefused(person.refusal === 'no-tenant' ? 'NO_TENANT' : 'INVALID'));
  return accept({ person: person.value, expiresAt: (payload.exp ?? 0) * 1000 });
};

/** The issuer's key set, found by discovery once; a failed discovery is tried again with the next token. */
const keysOf = (config: Issuer): JWTVerifyGetKey => {
  let found: Promise<JWTVerifyGetKey> | null = null;
  return async (header, input) => {
    found ??= discover(config);
    try {
      return await (
        await found
      )(header, input);
    } catch (error) {
      if (error instanceof DiscoveryFailed) found = null;
      throw error;
    }
  };
};

class DiscoveryFailed extends Error {}

const discover = async ({ issuer, keyCooldownMs = 10_000 }: Issuer): Promise<JWTVerifyGetKey> => {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    // Whatever came: each member is checked below.
    const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
    // OpenID Connect Discovery 4.3: the document must name the very issuer that was asked.
    if (found?.issuer !== issuer || typeof found.jwks_uri !== 'string') throw new Error('not this issuer');
    return createRemoteJWKSet(new URL(found.jwks_uri), { cooldownDuration: keyCooldownMs });
  } catch (cause) {
    throw new DiscoveryFailed(`No key set from ${issuer}`, { cause });
  }
};
