import { type Access, type Guarded, type RecordType, reachSql } from '@crm/access';
import { ALL_CONTRACTS } from '@crm/contracts';

import { recordTypeOf } from './star.rules.ts';

/** The generation that is read now; part of each statement, so that one statement never mixes two. */
export const CURRENT_GENERATION = '(select current from analytics_generation)';

/** Where the facts are that decide who sees a customer, as the topics told them. */
const GUARDED_CUSTOMER: Guarded = {
  type: 'Customer',
  from: 'dim_customer c',
  id: 'c.id',
  columns: { record: 'c.id', owner: 'c.owner_id', department: 'c.department_id', customer: 'c.id' },
};

/** A timeline is seen by who sees its customer, as far as his role gives him timelines. */
const GUARDED_TIMELINE: Guarded = { ...GUARDED_CUSTOMER, type: 'Timeline', sharedAs: 'Customer' };

/** Rows of `dim_customer c` that are there for the reader. */
export const seenCustomers = (access: Access, params: unknown[]): readonly string[] => [
  `c.generation = ${CURRENT_GENERATION}`,
  'not c.is_gone',
  reachSql(access, 'read', GUARDED_CUSTOMER, params),
];

/** The condition that he may know what happened to them, too. */
export const seenTimelines = (access: Access, params: unknown[]): string =>
  reachSql(access, 'read', GUARDED_TIMELINE, params);

/** What belongs to a customer and announces what happens to it: as the contracts say. */
export const CUSTOMER_RECORDS: readonly RecordType[] = [
  ...new Set(
    ALL_CONTRACTS.filter(({ data }) => 'customerId' in data.shape).flatMap(
      ({ aggregate }) => recordTypeOf(aggregate) ?? [],
    ),
  ),
];

/** Contacts are shared with their customer; anything else is shared by itself. */
const SHARED_WITH_CUSTOMER: readonly RecordType[] = ['Contact'];

/** The condition that the reader sees a record of the type in `dim_record r`; a record not heard of yet has no owner. */
export const seenRecord = (access: Access, type: RecordType, params: unknown[]): string => {
  const followsCustomer = SHARED_WITH_CUSTOMER.includes(type);
  return reachSql(
    access,
    'read',
    {
      type,
      from: 'dim_record r',
      id: 'r.id',
      columns: {
        record: followsCustomer ? 'r.customer_id' : 'r.id',
        owner: 'r.owner_id',
        department: 'r.department_id',
        customer: 'r.customer_id',
      },
      ...(followsCustomer && { sharedAs: 'Customer' }),
    },
    params,
  );
};
