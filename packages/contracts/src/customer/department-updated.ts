import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed, id } from './values.ts';

/** A department was renamed or moved. */
export const departmentUpdatedV1 = contract({
  type: 'customer.department-updated.v1',
  topic: 'crm.customer.department.fact.v1',
  aggregate: 'department',
  description: 'A department was renamed or moved.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ changed, parentId: id.nullable() }),
  example: { changed: ['parentId'], parentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c' },
});

export type DepartmentUpdated = DataOf<typeof departmentUpdatedV1>;
