import type { Caller } from '@crm/access';
import { type CommonRefusal, type Result, type Unchanged, accept, settled, unchanged } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { apiKeyRevoked } from './api-key.event.ts';
import { holdKey } from './api-key.guard.ts';
import { apiKeys } from './api-key.repository.ts';
import { type ApiKey, type ApiKeyId, readId } from './api-key.rules.ts';
import type { ApiKeyParts } from './create-api-key.command.ts';

export type RevokeApiKey = (
  caller: Caller,
  input: { readonly id: string; readonly expectedVersion: number },
) => Promise<Result<ApiKeyId, CommonRefusal>>;

/** Withdraws a key for good. Doing it again changes nothing. */
export const revokeApiKey =
  ({ transact, clock }: ApiKeyParts): RevokeApiKey =>
  async (caller, input) =>
    settled(await transact(caller.actor, (work) => revoke(work, caller, input, clock.now())));

const revoke = async (
  work: Work,
  caller: Caller,
  input: Parameters<RevokeApiKey>[1],
  now: Date,
): Promise<Result<ApiKeyId, CommonRefusal | Unchanged<ApiKeyId>>> => {
  const id = readId('ApiKey', 'id', input.id);
  if (!id.ok) return id;
  const held = await holdKey(work, caller, id.value, input.expectedVersion);
  if (!held.ok) return held;
  const { key, at } = held.value;
  if (key.revokedAt) return unchanged(key.id);
  const after: ApiKey = { ...key, revokedAt: now, updatedAt: now, version: at.version };
  await apiKeys(work.db).revoke(after);
  work.announce(apiKeyRevoked(at, after));
  return accept(after.id);
};
