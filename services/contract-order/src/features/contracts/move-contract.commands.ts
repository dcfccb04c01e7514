import { type Action, type Caller, ownerPlace } from '@crm/access';
import type { AggregateAt, Fact } from '@crm/contracts';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { archive, voidIt } from './contract-status.rules.ts';
import {
  contractArchived,
  contractDeleted,
  contractOwnerChanged,
  contractRestored,
  contractState,
  contractVoided,
} from './contract.event.ts';
import { type At, holdContract } from './contract.guard.ts';
import { contracts } from './contract.repository.ts';
import { type Contract, type ContractId, readReason } from './contract.rules.ts';
import type { ContractParts } from './create-contract.command.ts';

type Parts = Pick<ContractParts, 'transact' | 'clock'>;
type Moved = Promise<Result<ContractId, CommonRefusal>>;
type Change = { readonly before: Contract; readonly after: Contract };

type Step = {
  readonly to: Partial<Contract>;
  readonly announce: (at: AggregateAt, change: Change) => Fact;
};

type Decide = (
  contract: Contract,
  now: Date,
  work: Work,
) => Result<Step, CommonRefusal> | Promise<Result<Step, CommonRefusal>>;

/** Hold, decide, save, announce: what all moves have in common. */
const move = async ({ transact, clock }: Parts, caller: Caller, action: Action, where: At, decide: Decide): Moved =>
  transact(caller.actor, async (work) => {
    const held = await holdContract(work, caller, action, where);
    if (!held.ok) return held;
    const { contract: before, at } = held.value;
    const now = clock.now();
    const step = await decide(before, now, work);
    if (!step.ok) return step;
    const { to, announce } = step.value;
    if (to.status && caller.access.readOnly('Contract', 'status')) {
      return refuse({ kind: 'read-only-field', path: ['input'] });
    }

    const after = { ...before, ...to, version: at.version, updatedAt: now, updatedBy: caller.actor.employee };
    await contracts(work.db).save(after);
    work.announce(announce(at, { before, after }), contractState(at, after));
    return accept(before.id);
  });

export type AssignContract = (caller: Caller, input: At & { readonly ownerId: Id<'Employee'> }) => Moved;

/** Gives a contract to another employee. */
export const assignContract =
  (parts: Parts): AssignContract =>
  (caller, input) =>
    move(parts, caller, 'assign', input, async (_contract, _now, { db }) => {
      const place = await ownerPlace(db, caller.actor, input.ownerId);
      if (!place.ok) return place;
      return accept({
        to: place.value,
        announce: (at, change) => contractOwnerChanged(at, change, input.ownerId),
      });
    });

export type VoidContract = (caller: Caller, input: At & { readonly reason: string }) => Moved;

/** Gives a contract up, and says why. */
export const voidContract =
  (parts: Parts): VoidContract =>
  (caller, input) =>
    move(parts, caller, 'update', input, (contract) => {
      const open = voidIt(contract);
      if (!open.ok) return open;
      const reason = readReason(input.reason);
      if (!reason.ok) return reason;
      return accept({
        to: { status: 'VOIDED', voidedBecause: reason.value },
        announce: (at, change) => contractVoided(at, change, reason.value),
      });
    });

export type MoveContract = (caller: Caller, input: At) => Moved;

/** Puts a contract that is over out of the way. */
export const archiveContract =
  (parts: Parts): MoveContract =>
  (caller, input) =>
    move(parts, caller, 'update', input, (contract) => {
      const open = archive(contract);
      return open.ok ? accept({ to: { isArchived: true }, announce: contractArchived }) : open;
    });

export const deleteContract =
  (parts: Parts): MoveContract =>
  (caller, input) =>
    move(parts, caller, 'delete', input, (_contract, now) =>
      accept({ to: { deletedAt: now }, announce: contractDeleted }),
    );

export const restoreContract =
  (parts: Parts): MoveContract =>
  (caller, input) =>
    move(parts, caller, 'restore', input, () => accept({ to: { deletedAt: null }, announce: contractRestored }));
