import { type Actor, type Id, accept, isGateway, parseId } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { isHash } from './api-key-secret.ts';
import { apiKeys } from './api-key.repository.ts';
import { type ApiKey, type ApiKeyId, SCOPES, isGood, usableRoles } from './api-key.rules.ts';
import type { ApiKeyParts } from './create-api-key.command.ts';

/** Whom a key speaks for at the moment. */
export type Holder = {
  readonly employeeId: Id<'Employee'> | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
};

/** `secretHash`: the SHA-256 of the secret, in base64url. */
export type IdentifyHolder = (actor: Actor, id: string, secretHash: string) => Promise<Holder | null>;

/** "Last used" is for people who tidy up: it need not be written at each request. */
const TOUCH_AFTER_MS = 60_000;

/**
 * Whom the holder of a secret speaks for; null when nobody: the key is over or withdrawn, or its owner has left.
 * Answered to the gateway alone. The secret itself goes no further than there, and a hash that somebody takes from our
 * table is of no use there.
 */
export const identifyHolder =
  (parts: ApiKeyParts): IdentifyHolder =>
  async (actor, said, secretHash) => {
    const id = parseId('ApiKey', said);
    if (!id || !isGateway(actor)) return null;
    const decision = await parts.transact(actor, async (work) => accept(await identify(parts, work, id, secretHash)));
    return decision.ok ? decision.value : null;
  };

const identify = async (
  { clock, ownerOf }: ApiKeyParts,
  { db }: Work,
  id: ApiKeyId,
  secretHash: string,
): Promise<Holder | null> => {
  const keys = apiKeys(db);
  const rolesOf = async (owner: ApiKey['ownerId']) => (owner && (await ownerOf(sqlOf(db), owner)))?.roles ?? null;
  const now = clock.now();
  const kept = await keys.withSecret(id);
  if (!kept || !isHash(secretHash, kept.secretHash) || !isGood(kept, now)) return null;
  const roles = usableRoles(kept, await rolesOf(kept.ownerId));
  if (!roles) return null;
  if (wasUsedLongAgo(kept, now)) await keys.touch(id, now);
  const { ownerId: employeeId, scopes, expiresAt } = kept;
  return { employeeId, roles, scopes: scopes.map((each) => SCOPES[each]), expiresAt };
};

const wasUsedLongAgo = ({ lastUsedAt }: ApiKey, now: Date) =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > TOUCH_AFTER_MS;
