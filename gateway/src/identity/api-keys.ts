import { createHash } from 'node:crypto';

import { GATEWAY_SCOPE, type Id, type Result, accept, idOf, parseId, refuse } from '@crm/kernel';

import type { Person } from './claims.ts';
import type { Company, Holder } from './company.ts';
import { type Patience, lastKnown } from './last-known.ts';
import { type SignInRefusal, signInRefused } from './refusals.ts';

/** `crm_`, the company and the key's id without their hyphens, `_`, the secret. */
const KEY = /^crm_([0-9a-f]{32})([0-9a-f]{32})_([\w-]{43})$/;
const UUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
type Known = { readonly holder: Holder | null };
const SIZE = {
  ...{ most: 10_000, strangers: 1_000, atOnce: 64, waiting: 1_000 },
  isSomething: ({ holder }: Known) => holder !== null,
};

type Presented = { readonly tenant: Id<'Tenant'>; readonly id: Id<'ApiKey'>; readonly secretHash: string };

/** Whether it is meant to be one of our keys: whatever else it is, it is no access token. */
export const looksLikeKey = (credential: string) => credential.startsWith('crm_');

/**
 * Tells whom an API key speaks for, as the company's service last said. The secret stays here: only its hash is asked
 * about. A key that was withdrawn is refused within `patience.staleMs`, as long as that service answers.
 */
export const createApiKeys = ({ holderOf }: Pick<Company, 'holderOf'>, patience: Patience) => {
  const holders = lastKnown<Known>(
    async (key) => {
      const { tenant, id, secretHash } = presentedIn(key);
      return { holder: await holderOf(tenant, id, secretHash) };
    },
    patience,
    SIZE,
  );

  return async (credential: string): Promise<Result<Person, SignInRefusal>> => {
    const presented = read(credential);
    if (!presented) return refuse(signInRefused('UNKNOWN_KEY'));
    const { holder } = await holders(keyOf(presented));
    if (!holder || holder.expiresAt <= Date.now()) return refuse(signInRefused('UNKNOWN_KEY'));
    return accept(personOf(presented, holder));
  };
};

const read = (credential: string): Presented | null => {
  const [, tenant = '', id = '', secret = ''] = KEY.exec(credential) ?? [];
  const known = parseId('ApiKey', uuidOf(id));
  if (!known) return null;
  return {
    tenant: idOf<'Tenant'>(uuidOf(tenant)),
    id: known,
    secretHash: createHash('sha256').update(secret).digest('base64url'),
  };
};

const uuidOf = (hex: string) => hex.replace(UUID_PARTS, '$1-$2-$3-$4-$5');

/** What is remembered of a key holds no secret either. */
const keyOf = ({ tenant, id, secretHash }: Presented) => [tenant, id, secretHash].join(' ');
const presentedIn = (key: string): Presented => {
  const [tenant = '', id = '', secretHash = ''] = key.split(' ');
  return { tenant: idOf<'Tenant'>(tenant), id: idOf<'ApiKey'>(id), secretHash };
};

const personOf = ({ tenant, id }: Presented, { employee, roles, scopes }: Holder): Person => ({
  tenant,
  subject: `api-key:${id}`,
  employee: employee === null ? null : idOf<'Employee'>(employee),
  departmentPath: [],
  roles,
  scopes: scopes.filter((scope) => scope !== GATEWAY_SCOPE),
  customer: null,
  partner: null,
  apiKey: id,
});
