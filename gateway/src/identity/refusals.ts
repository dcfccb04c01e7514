import { errors } from 'jose';

/** Why nobody is let in. Says enough for an honest client to mend it, nothing about keys or expected values. */
export type SignInRefusal = {
  readonly status: 401 | 503;
  readonly code: 'UNAUTHENTICATED' | 'SERVICE_UNAVAILABLE';
  readonly reason: keyof typeof MESSAGES;
  readonly message: string;
};

const MESSAGES = {
  MISSING: 'Sign in first: the request carries no access token.',
  MALFORMED: 'Bring one thing: "Authorization: Bearer <access token or API key>" or "x-api-key: <API key>".',
  EXPIRED: 'The access token has expired.',
  WRONG_AUDIENCE: 'The access token was issued for another audience.',
  WRONG_ISSUER: 'The access token comes from another issuer.',
  INVALID: 'The access token is not valid.',
  TOO_LONG_LIVED: 'The access token lasts longer than 24 hours.',
  REVOKED: 'This sign-in was ended: sign in again.',
  UNKNOWN_KEY: 'The API key is not known, has expired or was withdrawn.',
  NO_TENANT: 'The access token names no tenant.',
  ISSUER_UNREACHABLE: 'Sign-in cannot be checked at the moment.',
  UNCHECKED: 'Whether this sign-in is still good cannot be checked at the moment.',
} as const;

export const signInRefused = (reason: SignInRefusal['reason']): SignInRefusal => {
  const ours = reason === 'ISSUER_UNREACHABLE' || reason === 'UNCHECKED';
  const code = ours ? 'SERVICE_UNAVAILABLE' : 'UNAUTHENTICATED';
  return { status: ours ? 503 : 401, code, reason, message: MESSAGES[reason] };
};

/** Translates what went wrong while verifying a token. Whatever is not known to be the token's fault is ours. */
export const reasonOf = (error: unknown): SignInRefusal['reason'] => {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return CLAIM_REASONS[error.claim] ?? 'INVALID';
  return error instanceof errors.JOSEError ? 'INVALID' : 'ISSUER_UNREACHABLE';
};

const CLAIM_REASONS: Readonly<Record<string, SignInRefusal['reason']>> = {
  aud: 'WRONG_AUDIENCE',
  iss: 'WRONG_ISSUER',
};
