import { type Action, type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { customers } from './customer.repository.ts';
import type { Customer, CustomerId } from './customer.rules.ts';

/** Where the facts are that decide who sees a customer. */
export const GUARDED_CUSTOMER: Guarded = {
  type: 'Customer',
  from: 'customer t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id', customer: 't.id' },
};

type Held = { readonly customer: Customer; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks a customer, checks that the caller may do this to it, and that it is at the version the caller read.
 * What he may not see does not exist.
 */
export const holdCustomer = async (
  { db, claim }: Work,
  { access }: Caller,
  action: Action,
  id: CustomerId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('customer', id);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_CUSTOMER, id);
  const customer = reach === 'hidden' ? null : await customers(db).find(id);
  if (!customer) return refuse({ kind: 'not-found', what: 'Customer', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Customer.${action}` });
  if (customer.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: customer.version });
  return accept({ customer, at });
};

/** Nothing brings back an erased customer; a deleted one can be restored and nothing else; a live one cannot be restored. */
export const inState = (customer: Customer, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const to = wanted === 'live' ? 'changed' : 'restored';
  if (customer.erasedAt) return refuse({ kind: 'illegal-transition', from: 'erased', to, allowed: [] });
  const actual = customer.deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  return refuse({
    kind: 'illegal-transition',
    from: actual,
    to,
    allowed: actual === 'live' ? ['deleted'] : ['restored'],
  });
};
