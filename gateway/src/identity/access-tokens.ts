import { createHash } from 'node:crypto';

import { type Result, accept, refuse } from '@crm/kernel';
import { type JWTPayload, type JWTVerifyGetKey, type JWTVerifyResult, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

import { type Person, personOf } from './claims.ts';
import { type IssuerAddress, issuerKeys } from './issuer-keys.ts';
import { type SignInRefusal, reasonOf, signInRefused } from './refusals.ts';
import type { ServiceAccounts } from './service-accounts.ts';

/** Who presents a verified token, and which of their sign-ins it is of. */
export type SignedIn = {
  readonly person: Person;
  readonly tokenId: string | null;
  /** Milliseconds since 1970; 0 when the token does not say: any end of a sign-in ends it. */
  readonly issuedAt: number;
};

export type VerifyToken = (token: string) => Promise<Result<SignedIn, SignInRefusal>>;

export type Issuer = IssuerAddress & {
  readonly audience: string;
  /** Programs whose tokens name neither company nor roles, by client id. */
  readonly serviceAccounts?: ServiceAccounts;
};

/** No symmetric algorithm and no `none`: a public key must never do as a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** RFC 9068 says at+jwt; several issuers say JWT. Logout and other tokens carry their own types. */
const ACCESS_TOKEN_TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const CLOCK_SKEW_SECONDS = 5;
/** The end of a sign-in is remembered for a little longer than that. */
const LONGEST_SECONDS = 24 * 3_600;
const REMEMBERED_TOKENS = 10_000;

/**
 * Verifies access tokens of one OIDC issuer: signature, issuer, audience, times, type. Refuses what lasts longer than 24
 * hours. A verified token is remembered by its hash until it expires, at most 10 000 of them. The issuer is asked when
 * the first token comes, so that the gateway starts without it.
 */
export const tokenVerifier = (config: Issuer): VerifyToken => {
  const key = issuerKeys(config);
  const known = new LRUCache<string, SignedIn>({ max: REMEMBERED_TOKENS });

  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64');
    const remembered = known.get(hash);
    if (remembered) return accept(remembered);

    const verified = await verify(token, key, config);
    if (!verified.ok) return verified;
    const { signedIn, expiresAt } = verified.value;
    const ttl = expiresAt - Date.now();
    if (ttl > 0) known.set(hash, signedIn, { ttl });
    return accept(signedIn);
  };
};

type Verified = { readonly signedIn: SignedIn; readonly expiresAt: number };

const verify = async (
  token: string,
  key: JWTVerifyGetKey,
  config: Issuer,
): Promise<Result<Verified, SignInRefusal>> => {
  try {
    const verified = await jwtVerify(token, key, {
      issuer: config.issuer,
      audience: config.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    return accessTokenOf(verified, config.serviceAccounts);
  } catch (error) {
    return refuse(signInRefused(reasonOf(error)));
  }
};

const accessTokenOf = (
  { payload, protectedHeader }: JWTVerifyResult,
  serviceAccounts: ServiceAccounts | undefined,
): Result<Verified, SignInRefusal> => {
  if (!ACCESS_TOKEN_TYPES.has(protectedHeader.typ?.toLowerCase() ?? '')) return refuse(signInRefused('INVALID'));
  const mistimed = timeRefusal(payload);
  if (mistimed) return refuse(signInRefused(mistimed));
  const person = personOf(payload, serviceAccounts);
  if (!person.ok) return refuse(signInRefused(person.refusal === 'no-tenant' ? 'NO_TENANT' : 'INVALID'));
  return accept(signedInBy(payload, person.value));
};

const signedInBy = ({ exp = 0, iat = 0, jti }: JWTPayload, person: Person): Verified => ({
  signedIn: { person, tokenId: jti ?? null, issuedAt: iat * 1000 },
  expiresAt: exp * 1000,
});

/** Beyond what jose looks at. */
const timeRefusal = ({ exp = 0, iat = 0 }: JWTPayload) => {
  const now = Date.now() / 1000;
  if (iat > now + CLOCK_SKEW_SECONDS) return 'INVALID';
  return exp > now + LONGEST_SECONDS + CLOCK_SKEW_SECONDS ? 'TOO_LONG_LIVED' : null;
};
