import { readFile, stat } from 'node:fs/promises';

import { type Actor, idOf } from '@crm/kernel';
import { type CryptoKey, type JSONWebKeySet, SignJWT, createLocalJWKSet, importJWK, jwtVerify } from 'jose';

/** The header that carries the gateway's assertion to a subgraph. */
export const ASSERTION_HEADER = 'x-crm-assertion';
const ISSUER = 'crm-gateway';
const ALGORITHM = 'EdDSA';
/** Longer than any request takes, too short to be worth stealing. */
const LIFETIME_SECONDS = 60;

/** Who asks, as the gateway established it from the client's token. */
export type Identity = Omit<Actor, 'causedBy'>;

/**
 * Signs who asks, for one subgraph only (`audience`: the service's name), for at most 60 s.
 * `key` is an Ed25519 private key; `kid` names it in the key set that subgraphs read.
 */
export const signAssertion = (
  { key, kid }: { readonly key: CryptoKey | Uint8Array; readonly kid: string },
  identity: Identity,
  audience: string,
): Promise<string> =>
  new SignJWT({
    tenant: identity.tenant,
    employee: identity.employee,
    department_path: identity.departmentPath,
    roles: identity.roles,
    scope: identity.scopes.join(' '),
    customer: identity.customer,
    partner: identity.partner,
    request_id: identity.requestId,
  })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'crm-assertion+jwt' })
    .setIssuer(ISSUER)
    .setSubject(identity.subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${String(LIFETIME_SECONDS)}s`)
    .sign(key);

/** Reads an Ed25519 private key from a JWK (with `kid`). */
export const assertionKey = async (jwk: { readonly kid?: string }) => ({
  key: await importJWK({ ...jwk }, ALGORITHM),
  kid: jwk.kid ?? '',
});

/**
 * Verifies assertions against the key set in a file (JWKS). The file is read again when it changes, so that keys
 * rotate without a restart: put the new key beside the old one, then let the gateway sign with it.
 * Resolves to the actor; rejects when the assertion is missing, forged, expired, or meant for another service.
 */
export const assertionVerifier = ({ jwksFile, audience }: { jwksFile: string; audience: string }) => {
  let loaded: { readonly mtimeMs: number; readonly keys: ReturnType<typeof createLocalJWKSet> } | null = null;
  const keys = async () => {
    const { mtimeMs } = await stat(jwksFile);
    if (loaded?.mtimeMs !== mtimeMs) {
      // Ours, as the gateway's: what is no key set verifies nothing.
      const set = JSON.parse(await readFile(jwksFile, 'utf8')) as JSONWebKeySet;
      loaded = { mtimeMs, keys: createLocalJWKSet(set) };
    }
    return loaded.keys;
  };

  return async (assertion: string | undefined, traceparent: string | null): Promise<Actor> => {
    if (!assertion) throw new Error('no assertion');
    const { payload } = await jwtVerify(assertion, await keys(), {
      issuer: ISSUER,
      audience,
      algorithms: [ALGORITHM],
      typ: 'crm-assertion+jwt',
      requiredClaims: ['sub', 'exp', 'iat', 'tenant'],
      maxTokenAge: LIFETIME_SECONDS,
      clockTolerance: 5,
    });
    if (!UUID.test(text(payload.tenant))) throw new Error('the tenant is not a uuid');
    return actorOf(payload, traceparent);
  };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const actorOf = (claims: Record<string, unknown>, traceparent: string | null): Actor => ({
  tenant: idOf<'Tenant'>(text(claims.tenant)),
  subject: text(claims.sub),
  employee: claims.employee ? idOf<'Employee'>(text(claims.employee)) : null,
  departmentPath: texts(claims.department_path).map(idOf<'Department'>),
  roles: texts(claims.roles),
  scopes: text(claims.scope).split(' ').filter(Boolean),
  customer: claims.customer ? idOf<'Customer'>(text(claims.customer)) : null,
  partner: claims.partner ? idOf<'Customer'>(text(claims.partner)) : null,
  requestId: text(claims.request_id),
  causedBy: null,
  traceparent,
});

const text = (claim: unknown) => (typeof claim === 'string' ? claim : '');
const texts = (claim: unknown) =>
  Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string') : [];
