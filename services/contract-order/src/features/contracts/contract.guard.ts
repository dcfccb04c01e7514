import { type Action, type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { contracts } from './contract.repository.ts';
import type { Contract, ContractId } from './contract.rules.ts';

/** Where the facts are that decide who sees a contract. */
export const GUARDED_CONTRACT: Guarded = {
  type: 'Contract',
  from: 'contract t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id', customer: 't.customer_id' },
};

/** A contract and the version at which the caller read it. */
export type At = { readonly id: ContractId; readonly expectedVersion: number };

type Held = { readonly contract: Contract; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks a contract, checks that the caller may do this to it, and that it is at the version the caller read.
 * What he may not see does not exist; what is in the bin can be restored and nothing else.
 */
export const holdContract = async (
  { db, claim }: Work,
  { access }: Caller,
  action: Action,
  { id, expectedVersion }: At,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('contract', id);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_CONTRACT, id);
  const contract = reach === 'hidden' ? null : await contracts(db).find(id);
  if (!contract) return refuse({ kind: 'not-found', what: 'Contract', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Contract.${action}` });
  if (contract.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: contract.version });
  const state = inState(contract, action === 'restore' ? 'deleted' : 'live');
  return state.ok ? accept({ contract, at }) : state;
};

const inState = ({ deletedAt }: Contract, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const actual = deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  const [to, allowed] = wanted === 'live' ? ['changed', 'restored'] : ['restored', 'deleted'];
  return refuse({ kind: 'illegal-transition', from: actual, to, allowed: [allowed] });
};
