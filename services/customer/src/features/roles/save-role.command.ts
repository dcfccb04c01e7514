import type { Caller, RoleDefinition } from '@crm/access';
import {
  type Clock,
  type CommonRefusal,
  type Result,
  type Unchanged,
  accept,
  newId,
  refuse,
  settled,
  unchanged,
} from '@crm/kernel';
import { type Transact, type Work, refuseTaken } from '@crm/persistence';

import { roleSaved, roleState } from './role.event.ts';
import { roles } from './role.repository.ts';
import { type Role, type RoleId, type SaidRole, checkVersion, draftRole, isSameRole } from './role.rules.ts';

export type RoleParts = { readonly transact: Transact; readonly clock: Clock };

export type RoleUpdate = SaidRole & { readonly expectedVersion: number };

/** Gives the key of the role. */
export type SaveRole = (caller: Caller, input: RoleUpdate) => Promise<Result<string, CommonRefusal>>;

/** Two who bring about one role at once: the second is told that it is there. */
const TAKEN = refuseTaken({ role_key: ['input', 'key'] });

export const saveRole =
  ({ transact, clock }: RoleParts): SaveRole =>
  async (caller, input) =>
    settled(await transact(caller.actor, (work) => save(work, clock, caller, input)).catch(TAKEN));

const save = async (
  work: Work,
  clock: Clock,
  { access }: Caller,
  input: RoleUpdate,
): Promise<Result<string, CommonRefusal | Unchanged<string>>> => {
  // A role is nobody's and of no department: only a permission on all of them reaches it.
  if (access.predicate('Role', 'update').kind !== 'all') {
    return refuse({ kind: 'forbidden', permission: 'Role.update' });
  }
  const draft = draftRole(input);
  if (!draft.ok) return draft;
  const now = clock.now();
  const held = await hold(work, draft.value.key, input.expectedVersion, now);
  if (!held.ok) return held;
  const { current } = held.value;
  if (current && isSameRole(current, draft.value)) return unchanged(input.key);
  return accept(await keep(work, draft.value, held.value, now));
};

const keep = async (work: Work, draft: RoleDefinition, { id, at, current }: Held, now: Date) => {
  const role = { ...draft, id, version: at.version, createdAt: current?.createdAt ?? now, updatedAt: now };
  await (current ? roles(work.db).save(role) : roles(work.db).add(role));
  work.announce(roleSaved(at, role), roleState(at, role));
  return role.key;
};

type Held = {
  readonly id: RoleId;
  readonly at: Awaited<ReturnType<Work['claim']>>;
  /** Null: the company has no role of its own by this key. */
  readonly current: Role | null;
};

/** Locks the company's own role of this key, or begins one. */
const hold = async (
  { db, claim }: Work,
  key: string,
  expectedVersion: number,
  now: Date,
): Promise<Result<Held, CommonRefusal>> => {
  const known = await roles(db).idOfKey(key);
  const id = known ?? newId('Role', now.getTime());
  const at = await claim('role', id);
  const current = known && (await roles(db).find(known));
  const sameVersion = checkVersion(current, expectedVersion);
  return sameVersion.ok ? accept({ id, at, current }) : sameVersion;
};
