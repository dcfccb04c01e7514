import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Somebody joined the company. */
export const employeeCreatedV1 = contract({
  type: 'customer.employee-created.v1',
  topic: 'crm.customer.employee.fact.v1',
  aggregate: 'employee',
  description: 'Somebody joined the company.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ departmentId: id, roles: z.array(z.string()) }),
  example: { departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c', roles: ['SALES_REP'] },
});

export type EmployeeCreated = DataOf<typeof employeeCreatedV1>;
