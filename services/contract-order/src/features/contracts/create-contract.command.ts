import { type Caller, matches, ownerPlace } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Sql, type Transact, type Work, nextNumber, once, sqlOf } from '@crm/persistence';

import { contractCreated, contractState } from './contract.event.ts';
import { contracts } from './contract.repository.ts';
import { type Contract, type ContractChanges, type ContractId, contractNo, draftContract } from './contract.rules.ts';

export type NewContract = ContractChanges & {
  readonly idempotencyKey?: string | null;
  readonly customerId: Id<'Customer'>;
  readonly ownerId?: Id<'Employee'> | null;
};

export type CreateContract = (caller: Caller, input: NewContract) => Promise<Result<ContractId, CommonRefusal>>;

export type ContractParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  /** Whether the caller may deal with a customer. Answered by the copy of the customers. */
  readonly seesCustomer: (sql: Sql, caller: Caller, id: Id<'Customer'>) => Promise<boolean>;
};

/** Drafts a contract with a customer. */
export const createContract =
  (parts: ContractParts): CreateContract =>
  (caller, input) =>
    parts.transact(caller.actor, (work) => {
      const said = { operation: 'createContract', key: input.idempotencyKey, input };
      return once(work, said, () => addContract(parts, work, caller, input));
    });

const addContract = async (
  { clock, seesCustomer }: ContractParts,
  work: Work,
  caller: Caller,
  input: NewContract,
): Promise<Result<ContractId, CommonRefusal>> => {
  const allowed = mayNameOwner(caller, input);
  if (!allowed.ok) return allowed;
  const draft = draftContract(input);
  if (!draft.ok) return draft;
  if (!(await seesCustomer(sqlOf(work.db), caller, input.customerId))) {
    return refuse({ kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] });
  }
  const place = await ownerPlace(work.db, caller.actor, input.ownerId);
  if (!place.ok) return place;

  const contract = { ...born(caller, input, clock.now()), ...draft.value, ...place.value };
  if (!mayCreate(caller, contract)) return refuse({ kind: 'forbidden', permission: 'Contract.create' });
  const at = await work.claim('contract', contract.id);
  const numbered = { ...contract, contractNo: contractNo(await nextNumber(sqlOf(work.db), 'contract')) };
  await contracts(work.db).add(numbered);
  work.announce(contractCreated(at, numbered), contractState(at, numbered));
  return accept(contract.id);
};

/** Whoever gives a new contract to somebody else assigns it. */
const mayNameOwner = ({ actor, access }: Caller, { ownerId }: NewContract): Result<null, CommonRefusal> => {
  const allowed = access.require('Contract', 'create');
  return allowed.ok && ownerId && ownerId !== actor.employee ? access.require('Contract', 'assign') : allowed;
};

const mayCreate = ({ access }: Caller, { id, ownerId, departmentId, customerId }: Contract) =>
  matches(
    access.predicate('Contract', 'create'),
    { record: id, owner: ownerId, department: departmentId, customer: customerId },
    [],
    new Date(0),
  );

const born = ({ actor }: Caller, { customerId }: NewContract, now: Date) => ({
  id: newId('Contract', now.getTime()),
  contractNo: '',
  customerId,
  status: 'DRAFT' as const,
  voidedBecause: null,
  isArchived: false,
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
});
