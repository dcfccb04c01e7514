import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant } from './values.ts';

/** A department as it is now. */
export const departmentStateV1 = contract({
  type: 'customer.department-state.v1',
  topic: 'crm.customer.department.state.v1',
  aggregate: 'department',
  description: 'A department as it is now.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ id, name: z.string(), parentId: id.nullable(), createdAt: instant, updatedAt: instant }),
  example: {
    id: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    name: 'Sales East',
    parentId: null,
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type DepartmentState = DataOf<typeof departmentStateV1>;
