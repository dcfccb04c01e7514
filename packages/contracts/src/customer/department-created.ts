import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A department was set up. */
export const departmentCreatedV1 = contract({
  type: 'customer.department-created.v1',
  topic: 'crm.customer.department.fact.v1',
  aggregate: 'department',
  description: 'A department was set up.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ parentId: id.nullable() }),
  example: { parentId: null },
});

export type DepartmentCreated = DataOf<typeof departmentCreatedV1>;
