import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';

/** What a role may do was set. */
export const roleSavedV1 = contract({
  type: 'customer.role-saved.v1',
  topic: 'crm.customer.role.fact.v1',
  aggregate: 'role',
  description: 'What a role may do was set.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ key: z.string() }),
  example: { key: 'SALES_REP' },
});

export type RoleSaved = DataOf<typeof roleSavedV1>;
