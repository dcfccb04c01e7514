import { type Caller, type Guarded, recordReach } from '@crm/access';
import type { Id } from '@crm/kernel';
import type { Sql } from '@crm/persistence';

/** Where the facts are that decide who sees a customer, as far as the events told us. */
const GUARDED_CUSTOMER: Guarded = {
  type: 'Customer',
  from: 'known_customer t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id', customer: 't.id' },
};

/**
 * Whether the caller may deal with a customer: not when he may not see it, nor when it was deleted. A customer we have
 * not heard of is taken for real: its id says what it is, and its events may still be under way.
 */
export const seesCustomer = async (sql: Sql, { access }: Caller, id: Id<'Customer'>): Promise<boolean> => {
  const [known] = await sql.query<{ isDeleted: boolean }>(
    `select is_deleted as "isDeleted" from known_customer where id = $1`,
    [id],
  );
  if (!known) return true;
  return !known.isDeleted && (await recordReach(sql, access, 'read', GUARDED_CUSTOMER, id)) !== 'hidden';
};
