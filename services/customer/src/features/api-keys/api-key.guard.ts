import { type Caller, type Guarded, matches, recordReach } from '@crm/access';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { apiKeys } from './api-key.repository.ts';
import { type ApiKey, type ApiKeyId, checkRoles } from './api-key.rules.ts';

/** Where the facts are that decide who sees a key: its owner's are its own. */
export const GUARDED_API_KEY: Guarded = {
  type: 'ApiKey',
  from: 'api_key t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id' },
};

type Held = { readonly key: ApiKey; readonly at: Awaited<ReturnType<Work['claim']>> };

/** Locks a key, checks that the caller may withdraw it, and that it is at the version the caller read. */
export const holdKey = async (
  { db, claim }: Work,
  { access }: Caller,
  id: ApiKeyId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('api-key', id);
  const reach = await recordReach(sqlOf(db), access, 'delete', GUARDED_API_KEY, id);
  const key = reach === 'hidden' ? null : await apiKeys(db).find(id);
  if (!key) return refuse({ kind: 'not-found', what: 'ApiKey', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: 'ApiKey.delete' });
  if (key.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: key.version });
  return accept({ key, at });
};

/** An owner as far as keys go. Answered by the employees feature. */
export type Owner = { readonly departmentId: Id<'Department'>; readonly roles: readonly string[] };

export type Making = {
  readonly id: ApiKeyId;
  readonly ownerId: Id<'Employee'> | null;
  readonly roles: readonly string[];
};

/**
 * Who makes a key for himself gives it roles of his own, and a key those that it has itself. To make one for somebody else, or for the company, is to give
 * power away that one need not have: it takes the permission to say what roles may do.
 */
export const checkMaking = (
  { actor, access }: Caller,
  { id, ownerId, roles }: Making,
  owner: Owner | null,
): Result<null, CommonRefusal> => {
  const facts = { record: id, owner: ownerId, department: owner?.departmentId ?? null };
  const isInReach = matches(access.predicate('ApiKey', 'create'), facts, [], new Date(0));
  if (!isInReach) return refuse({ kind: 'forbidden', permission: 'ApiKey.create' });
  if (ownerId === null) return access.require('Role', 'update');
  if (!owner) return refuse({ kind: 'not-found', what: 'Employee', path: ['input', 'ownerId'] });
  if (actor.employee === ownerId) return checkRoles(roles, { owner: owner.roles, maker: rolesOfKey(actor) });
  const entitled = access.require('Role', 'update');
  return entitled.ok ? checkRoles(roles, { owner: owner.roles, maker: null }) : entitled;
};

const rolesOfKey = ({ apiKey, roles }: Caller['actor']) => (apiKey ? roles : null);
