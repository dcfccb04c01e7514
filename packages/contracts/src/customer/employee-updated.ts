import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed, id } from './values.ts';

/** An employee’s record, department or roles changed. */
export const employeeUpdatedV1 = contract({
  type: 'customer.employee-updated.v1',
  topic: 'crm.customer.employee.fact.v1',
  aggregate: 'employee',
  description: 'An employee’s record, department or roles changed.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ changed, departmentId: id, isActive: z.boolean(), roles: z.array(z.string()) }),
  example: {
    changed: ['roles'],
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isActive: true,
    roles: ['SALES_MANAGER'],
  },
});

export type EmployeeUpdated = DataOf<typeof employeeUpdatedV1>;
