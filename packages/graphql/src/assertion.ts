import { type KeyObject, createHash, createPrivateKey, sign, timingSafeEqual } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

import { type Actor, idOf } from '@crm/kernel';
import { type JSONWebKeySet, type JWK, type JWTVerifyGetKey, createLocalJWKSet, errors, jwtVerify } from 'jose';

/** The header that carries the gateway's assertion to a subgraph. */
export const ASSERTION_HEADER = 'x-crm-assertion';
const ISSUER = 'crm-gateway';
const ALGORITHM = 'EdDSA';
const TYPE = 'crm-assertion+jwt';
/** Longer than any request takes, too short to be worth stealing. */
const LIFETIME_SECONDS = 60;

/** Who asks, as the gateway established it from the client's token. */
export type Identity = Omit<Actor, 'causedBy'>;

/** What an assertion is signed with: an Ed25519 private key, and the name of its public half in the key set. */
export type AssertionKey = { readonly key: KeyObject; readonly kid: string };

/** The bytes of a request as they go over the wire. */
export type RequestBody = string | Uint8Array;

/**
 * Signs who asks, for one subgraph only (`audience`: the service's name), for one request only (`body`: exactly what is
 * sent), for at most 60 s.
 */
export const signAssertion = (
  { key, kid }: AssertionKey,
  identity: Identity,
  audience: string,
  body: RequestBody,
): string => {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: ALGORITHM, kid, typ: TYPE };
  const claims = {
    iss: ISSUER,
    sub: identity.subject,
    aud: audience,
    iat: now,
    exp: now + LIFETIME_SECONDS,
    body: hashOf(body).toString('base64url'),
    tenant: identity.tenant,
    employee: identity.employee,
    department_path: identity.departmentPath,
    roles: identity.roles,
    scope: identity.scopes.join(' '),
    customer: identity.customer,
    partner: identity.partner,
    api_key: identity.apiKey,
    request_id: identity.requestId,
  };
  const content = `${part(header)}.${part(claims)}`;
  // Signed by Node itself: half of what it costs by way of Web Crypto, and each subgraph request needs its own.
  return `${content}.${sign(null, Buffer.from(content), key).toString('base64url')}`;
};

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const hashOf = (body: RequestBody) => createHash('sha256').update(body).digest();

/** Reads an Ed25519 private key from a JWK. Throws on any other key, and on one without `kid`. */
export const assertionKey = (jwk: JWK): AssertionKey => {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is not of Ed25519');
  if (!jwk.kid) throw new Error('it has no kid');
  return { key, kid: jwk.kid };
};

/** What a valid assertion says: who asks, and the one body he asks with. */
export type Vouched = { readonly actor: Actor; readonly isFor: (body: RequestBody) => boolean };

/** Tells what the gateway vouches for; rejects when it vouches for nothing. */
export type VerifyAssertion = (assertion: string | undefined, traceparent: string | null) => Promise<Vouched>;

/**
 * Verifies assertions against the key set in a file (JWKS). The file is read again when it changes, so that keys
 * rotate without a restart: put the new key beside the old one, then let the gateway sign with it. A key that is taken
 * out is refused within a second.
 * Rejects when the assertion is missing, forged, expired, meant for another service, or bound to no body. Whether it
 * came with the body it is bound to is for the caller to ask (`isFor`), who has read the body by then.
 */
export const assertionVerifier = ({ jwksFile, audience }: { jwksFile: string; audience: string }): VerifyAssertion => {
  const keys = keysIn(jwksFile);

  return async (assertion, traceparent) => {
    if (!assertion) throw new Error('no assertion');
    const { payload } = await jwtVerify(assertion, keys, {
      issuer: ISSUER,
      audience,
      algorithms: [ALGORITHM],
      typ: TYPE,
      requiredClaims: ['sub', 'exp', 'iat', 'tenant', 'body'],
      maxTokenAge: LIFETIME_SECONDS,
      clockTolerance: 5,
    });
    if (!UUID.test(text(payload.tenant))) throw new Error('the tenant is not a uuid');
    const bound = Buffer.from(text(payload.body), 'base64url');
    return { actor: actorOf(payload, traceparent), isFor: (body) => isSame(bound, hashOf(body)) };
  };
};

/** A file is looked at again for a key that is not known, and otherwise so often: looking costs as much as a hash. */
const LOOK_EVERY_MS = 1_000;

const keysIn = (jwksFile: string): JWTVerifyGetKey => {
  let loaded: { readonly mtimeMs: number; readonly find: JWTVerifyGetKey } | null = null;
  let lookedAt = -Infinity;

  const look = async () => {
    const { mtimeMs } = await stat(jwksFile);
    if (loaded?.mtimeMs !== mtimeMs) {
      // Ours, as the gateway's: what is no key set verifies nothing.
      const set = JSON.parse(await readFile(jwksFile, 'utf8')) as JSONWebKeySet;
      loaded = { mtimeMs, find: createLocalJWKSet(set) };
    }
    lookedAt = performance.now();
    return loaded.find;
  };
  return async (header, token) => {
    const isRecent = performance.now() - lookedAt < LOOK_EVERY_MS;
    const find = loaded && isRecent ? loaded.find : await look();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return await (
        await look()
      )(header, token);
    }
  };
};

/** In constant time: how much of a guess was right is nobody's business. */
const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.byteLength === other.byteLength && timingSafeEqual(one, other);

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
  ...(claims.api_key ? { apiKey: idOf<'ApiKey'>(text(claims.api_key)) } : {}),
  requestId: text(claims.request_id),
  causedBy: null,
  traceparent,
});

const text = (claim: unknown) => (typeof claim === 'string' ? claim : '');
const texts = (claim: unknown) =>
  Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string') : [];
