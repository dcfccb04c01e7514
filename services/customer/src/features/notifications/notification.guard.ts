import { type Actor, parseId } from '@crm/kernel';
import type { SqlParams } from '@crm/persistence';

/**
 * The notifications that are somebody's own, as a condition: the one predicate of every path, reading and marking
 * alike. It needs no role and knows no exception: an inbox is nobody else's business, an administrator's included.
 * Programs and portal users have none.
 */
export const inboxOf = ({ employee }: Pick<Actor, 'employee'>, params: Pick<SqlParams, 'add'>): string => {
  // It comes from a token: what is no employee's id reaches nothing, instead of breaking the query.
  const own = employee && parseId('Employee', employee);
  return own ? `t.recipient_id = ${params.add(own)}::uuid` : 'false';
};
