import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { edit } from './contract-status.rules.ts';
import type { ContractParts } from './create-contract.command.ts';
import { contractState, contractUpdated } from './contract.event.ts';
import { type At, holdContract } from './contract.guard.ts';
import { contracts } from './contract.repository.ts';
import { type Contract, type ContractChanges, type ContractId, changeContract } from './contract.rules.ts';

export type ContractUpdate = ContractChanges & At;

export type UpdateContract = (caller: Caller, input: ContractUpdate) => Promise<Result<ContractId, CommonRefusal>>;

/** Refused inside only: so the version that was claimed for a change is given back when there is none. */
type Unchanged = { readonly kind: 'unchanged' };

/** Changes a draft; what was approved is amended instead. */
export const updateContract =
  ({ transact, clock }: Pick<ContractParts, 'transact' | 'clock'>): UpdateContract =>
  async (caller, input) => {
    const decision = await transact(caller.actor, (work) => change(work, clock, caller, input));
    if (decision.ok) return decision;
    const { refusal } = decision;
    return refusal.kind === 'unchanged' ? accept(input.id) : refuse(refusal);
  };

const change = async (
  work: Work,
  clock: Clock,
  caller: Caller,
  input: ContractUpdate,
): Promise<Result<ContractId, CommonRefusal | Unchanged>> => {
  const held = await holdContract(work, caller, 'update', input);
  if (!held.ok) return held;
  const { contract, at } = held.value;
  const open = edit(contract);
  if (!open.ok) return open;
  const draft = changeContract(contract, input);
  if (!draft.ok) return draft;
  const { details, changed } = draft.value;
  if (changed.length === 0) return refuse({ kind: 'unchanged' });
  const locked = changed.find((field) => caller.access.readOnly('Contract', field));
  if (locked) return refuse({ kind: 'read-only-field', path: ['input', locked] });

  const now = clock.now();
  const after: Contract = {
    ...contract,
    ...details,
    version: at.version,
    updatedAt: now,
    updatedBy: caller.actor.employee,
  };
  await contracts(work.db).save(after);
  work.announce(contractUpdated(at, after, changed), contractState(at, after));
  return accept(contract.id);
};
