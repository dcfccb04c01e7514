import { randomUUID } from 'node:crypto';

import { SignJWT, importJWK } from 'jose';

import type { DemoPerson } from '../demo/people.ts';
import type { PrivateJwk } from './keys.ts';

export const AUDIENCE = 'crm';
export const SCOPE = 'crm';

/** Long enough for a working day with the samples; they are made anew at each start. */
export const SAMPLE_LIFETIME_SECONDS = 24 * 3_600;

/** What a token says of a person, beside who made it and for whom. */
export const claimsOf = (person: DemoPerson, tenantId: string) => ({
  tenant: tenantId,
  roles: [person.role],
  scope: SCOPE,
  name: person.name,
  ...(person.employeeId && { employee_id: person.employeeId }),
  department_path: person.departmentPath,
});

export type Minting = { readonly issuer: string; readonly key: PrivateJwk };

/** An access token (RFC 9068) as the issuer itself would make it, without asking for a password. */
export const mintToken = async (
  { issuer, key }: Minting,
  person: DemoPerson,
  tenantId: string,
  lifetimeSeconds: number = SAMPLE_LIFETIME_SECONDS,
): Promise<string> =>
  new SignJWT(claimsOf(person, tenantId))
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setSubject(person.subject)
    .setAudience(AUDIENCE)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${String(lifetimeSeconds)}s`)
    .sign(await importJWK(key, key.alg));
