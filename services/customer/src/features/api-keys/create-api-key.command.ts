import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Sql, type Transact, type Work, once, sqlOf } from '@crm/persistence';

import { hashOf, keyText, newSecret } from './api-key-secret.ts';
import { apiKeyCreated } from './api-key.event.ts';
import { type Owner, checkMaking } from './api-key.guard.ts';
import { apiKeys } from './api-key.repository.ts';
import { type ApiKey, type ApiKeyId, type SaidKey, checkScopes, draftKey, readId } from './api-key.rules.ts';

export type ApiKeyParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  /** An active employee as an owner of keys; null for one who left or never was. Answered by the employees feature. */
  readonly ownerOf: (sql: Sql, employee: Id<'Employee'>) => Promise<Owner | null>;
  /** Which of these roles the company has not. Answered by the roles feature. */
  readonly unknownRoles: (sql: Sql, keys: readonly string[]) => Promise<readonly string[]>;
};

export type NewApiKey = SaidKey & {
  readonly idempotencyKey?: string | null;
  /** Left out: the caller's own. Null: the company's. */
  readonly ownerId?: string | null;
};

/** `secret` is null when the key was made by an earlier request: only the first answer ever told it. */
export type Made = { readonly id: ApiKeyId; readonly secret: string | null };

export type CreateApiKey = (caller: Caller, input: NewApiKey) => Promise<Result<Made, CommonRefusal>>;

export const createApiKey =
  (parts: ApiKeyParts): CreateApiKey =>
  async (caller, input) => {
    const secret = newSecret();
    const made = new Set<ApiKeyId>();
    const decision = await parts.transact(caller.actor, (work) =>
      once(work, { operation: 'createApiKey', key: input.idempotencyKey, input }, async () => {
        const decided = await addKey(parts, work, caller, input, secret);
        if (decided.ok) made.add(decided.value);
        return decided;
      }),
    );
    if (!decision.ok) return decision;
    const id = decision.value;
    // Of a repeated request only the id was kept: the secret in hand belongs to no key.
    return accept({ id, secret: made.has(id) ? keyText(caller.actor.tenant, id, secret) : null });
  };

const addKey = async (
  parts: ApiKeyParts,
  work: Work,
  caller: Caller,
  input: NewApiKey,
  secret: string,
): Promise<Result<ApiKeyId, CommonRefusal>> => {
  const now = parts.clock.now();
  const draft = draftKey(input, now);
  if (!draft.ok) return draft;
  const ownerId = readOwner(caller, input);
  if (!ownerId.ok) return ownerId;
  const id = newId('ApiKey', now.getTime());
  const allowed = await mayMake(parts, work, caller, { ...draft.value, id, ownerId: ownerId.value });
  if (!allowed.ok) return allowed;

  const at = await work.claim('api-key', id);
  const key: ApiKey = {
    ...draft.value,
    id,
    ownerId: ownerId.value,
    departmentId: allowed.value?.departmentId ?? null,
    revokedAt: null,
    lastUsedAt: null,
    version: at.version,
    createdAt: now,
    updatedAt: now,
  };
  await apiKeys(work.db).add(key, hashOf(secret));
  work.announce(apiKeyCreated(at, key));
  return accept(id);
};

const readOwner = ({ actor }: Caller, { ownerId }: NewApiKey) => {
  if (ownerId === undefined) return accept(actor.employee);
  return ownerId === null ? accept(null) : readId('Employee', 'ownerId', ownerId);
};

type Making = SaidKey & { readonly id: ApiKeyId; readonly ownerId: Id<'Employee'> | null };

/** The owner, null for the company, when the caller may make such a key. */
const mayMake = async (
  { ownerOf, unknownRoles }: ApiKeyParts,
  { db }: Work,
  caller: Caller,
  making: Making,
): Promise<Result<Owner | null, CommonRefusal>> => {
  const sql = sqlOf(db);
  const owner = making.ownerId && (await ownerOf(sql, making.ownerId));
  const allowed = checkMaking(caller, making, owner);
  if (!allowed.ok) return allowed;
  const scopes = checkScopes(making.scopes, caller.actor.scopes);
  if (!scopes.ok) return scopes;
  const problems = (await unknownRoles(sql, making.roles)).map(
    (key) => ({ path: ['input', 'roles'], problem: 'not-allowed-here', because: `there is no role ${key}` }) as const,
  );
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(owner);
};
