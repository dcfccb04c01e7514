import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { impersonal, personal } from '../redacted.ts';
import { id, instant } from './values.ts';

/** An employee as he or she is now. */
export const employeeStateV1 = contract({
  type: 'customer.employee-state.v1',
  topic: 'crm.customer.employee.state.v1',
  aggregate: 'employee',
  description: 'An employee as he or she is now.',
  owner: 'customer',
  pii: 'personal',
  data: z.object({
    id,
    subject: personal(z.string().nullable()),
    name: personal(z.string()),
    title: personal(z.string().nullable()),
    email: personal(z.string().nullable()),
    departmentId: id,
    managerId: id.nullable(),
    isActive: z.boolean(),
    roles: impersonal(z.array(z.string())),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    subject: 'zhang.min',
    name: '张敏',
    title: '销售代表',
    email: 'zhang.min@example.com',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    managerId: null,
    isActive: true,
    roles: ['SALES_REP'],
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type EmployeeState = DataOf<typeof employeeStateV1>;
