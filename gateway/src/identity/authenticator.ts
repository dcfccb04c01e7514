import { type Result, accept, refuse } from '@crm/kernel';

import { type Issuer, type SignedIn, tokenVerifier } from './access-tokens.ts';
import { createApiKeys, looksLikeKey } from './api-keys.ts';
import type { Person } from './claims.ts';
import type { Company } from './company.ts';
import { type Patience, Unknown } from './last-known.ts';
import { type SignInRefusal, signInRefused } from './refusals.ts';
import { createSessions } from './sessions.ts';

/** Tells who presents an `Authorization` header: a bearer token of the issuer, or an API key in its place. */
export type Authenticate = (authorization: string | undefined) => Promise<Result<Person, SignInRefusal>>;

type Setup = {
  readonly issuer: Issuer;
  readonly company: Company;
  /** Told of each refusal. */
  readonly watch: (refusal: SignInRefusal) => void;
  readonly patience?: Patience;
};

/**
 * What was withdrawn is refused after 20 seconds at most, 24 when an attempt to ask failed in between: within the 30
 * that are promised. While the service that knows is away, its last word is good for ten minutes.
 */
const PATIENCE: Patience = { freshMs: 10_000, staleMs: 20_000, lostMs: 600_000, askMs: 2_000 };

const BEARER = /^Bearer +(\S+)$/i;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Signs people and programs in, and refuses those whose sign-in or key was withdrawn meanwhile. */
export const createAuthenticator = ({ issuer, company, watch, patience = PATIENCE }: Setup): Authenticate => {
  const verifyToken = tokenVerifier(issuer);
  const holderOf = createApiKeys(company, patience);
  const isOver = createSessions(company, patience);

  const withToken = async (token: string) => {
    const verified = await verifyToken(token);
    return verified.ok ? stillGood(verified.value) : verified;
  };
  const stillGood = async (signedIn: SignedIn) =>
    (await isOver(signedIn)) ? refuse(signInRefused('REVOKED')) : accept(signedIn.person);
  const authenticate = async (authorization: string | undefined) => {
    if (!authorization) return refuse(signInRefused('MISSING'));
    const credential = BEARER.exec(authorization)?.[1] ?? '';
    if (looksLikeKey(credential)) return holderOf(credential);
    return TOKEN.test(credential) ? withToken(credential) : refuse(signInRefused('MALFORMED'));
  };

  return async (authorization) => {
    const signedIn = await authenticate(authorization).catch(refuseUnknown);
    if (!signedIn.ok) watch(signedIn.refusal);
    return signedIn;
  };
};

const refuseUnknown = (error: unknown) => {
  if (error instanceof Unknown) return refuse(signInRefused('UNCHECKED'));
  throw error;
};

type Headers = { readonly authorization?: string | undefined; readonly 'x-api-key'?: string | string[] | undefined };

/**
 * What a request signs in with, as an `Authorization` header: `x-api-key` is another way to write a bearer. One that
 * brings both says two things, and is read as neither.
 */
export const credentialIn = ({ authorization, 'x-api-key': key }: Headers): string | undefined => {
  if (key === undefined) return authorization;
  return authorization === undefined && typeof key === 'string' ? `Bearer ${key}` : 'both';
};
