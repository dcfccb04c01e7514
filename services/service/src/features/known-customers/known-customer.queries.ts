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

export type CustomerPlace = {
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
};

/** Of a customer whose news have not come yet, nobody is known to look after it. */
const NOT_HEARD_OF: CustomerPlace = { ownerId: null, departmentId: null };

/**
 * Who looks after a customer that the caller may see; null when he may not, or when it was deleted. A customer we have
 * not heard of is taken for real: its id says what it is, and its events may still be under way.
 */
export const placeOfCustomer = async (
  sql: Sql,
  { access }: Caller,
  id: Id<'Customer'>,
): Promise<CustomerPlace | null> => {
  const [known] = await sql.query<CustomerPlace & { readonly isDeleted: boolean }>(
    `select owner_id as "ownerId", department_id as "departmentId", is_deleted as "isDeleted"
       from known_customer where id = $1`,
    [id],
  );
  if (!known) return NOT_HEARD_OF;
  if (known.isDeleted || (await recordReach(sql, access, 'read', GUARDED_CUSTOMER, id)) === 'hidden') return null;
  return { ownerId: known.ownerId, departmentId: known.departmentId };
};
