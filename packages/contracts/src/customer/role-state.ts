import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A role as it is now: permissions with their data scope, and field rules. */
export const roleStateV1 = contract({
  type: 'customer.role-state.v1',
  topic: 'crm.customer.role.state.v1',
  aggregate: 'role',
  description: 'A role as it is now: permissions with their data scope, and field rules.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    id,
    key: z.string(),
    name: z.string(),
    permissions: z.record(z.string(), z.string()),
    fields: z.record(z.string(), z.string()),
  }),
  example: {
    id: '0199a3c0-7e1f-7105-8a2b-3f9d5e6a7b8c',
    key: 'SALES_REP',
    name: 'Sales representative',
    permissions: { 'Customer.read': 'OWN' },
    fields: { 'Customer.registrationNo': 'HIDDEN' },
  },
});

export type RoleState = DataOf<typeof roleStateV1>;
