import { type Caller, recordReach } from '@crm/access';
import type { Id } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { GUARDED_CUSTOMER } from './customer.guard.ts';
import type { Customer } from './customer.rules.ts';

type Kept = Pick<Customer, 'kind' | 'country' | 'ownerId' | 'departmentId'>;
type Held = Kept & { readonly mayChange: boolean };

/**
 * A live customer that the caller sees, held against change until the transaction ends: a contact that is added
 * meanwhile belongs to the owner it has then. Not claimed: adding a contact does not change the customer.
 */
export const holdForContact = async ({ db }: Work, { access }: Caller, id: Id<'Customer'>): Promise<Held | null> => {
  const [customer] = await db.query<Kept[]>(
    `select kind, country, owner_id as "ownerId", department_id as "departmentId"
       from customer where id = $1 and deleted_at is null for share`,
    [id],
  );
  if (!customer) return null;
  const reach = await recordReach(sqlOf(db), access, 'update', GUARDED_CUSTOMER, id);
  return reach === 'hidden' ? null : { ...customer, mayChange: reach === 'allowed' };
};

/** How far the caller reaches a customer for sharing it. */
export const reachForSharing = ({ db }: Work, { access }: Caller, id: Id<'Customer'>) =>
  recordReach(sqlOf(db), access, 'share', GUARDED_CUSTOMER, id);
