import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, move } from './values.ts';

/** An employee looks after a lead now who did not before. */
export const leadAssignedV1 = contract({
  type: 'sales.lead-assigned.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'An employee looks after a lead now who did not before.',
  owner: 'sales',
  pii: 'none',
  data: z.object({ ...move, fromOwnerId: id.nullable(), toOwnerId: id, departmentId: id.nullable() }),
  example: {
    from: 'NEW',
    to: 'ASSIGNED',
    fromOwnerId: null,
    toOwnerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type LeadAssigned = DataOf<typeof leadAssignedV1>;
