import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Another employee looks after a customer now, or nobody. */
export const customerOwnerChangedV1 = contract({
  type: 'customer.customer-owner-changed.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'Another employee looks after a customer now, or nobody.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ fromOwnerId: id.nullable(), toOwnerId: id.nullable(), departmentId: id.nullable() }),
  example: {
    fromOwnerId: null,
    toOwnerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type CustomerOwnerChanged = DataOf<typeof customerOwnerChangedV1>;
