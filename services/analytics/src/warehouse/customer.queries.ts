import type { Caller } from '@crm/access';
import { type Read, allOf, sqlParams } from '@crm/persistence';

import { seenCustomers } from './warehouse.guard.ts';

/** A customer as far as this service knows it. */
export type CustomerRef = { readonly id: string };

/** Which of these customers are there for the caller. */
export const customersByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly CustomerRef[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `c.id = any(${params.add(ids)}::uuid[])`;
      const where = allOf([wanted, ...seenCustomers(access, params.values)]);
      return sql.query<CustomerRef>(`select c.id from dim_customer c where ${where}`, params.values);
    });
