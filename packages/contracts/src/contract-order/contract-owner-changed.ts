import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Another employee looks after a contract now. */
export const contractOwnerChangedV1 = contract({
  type: 'contract-order.contract-owner-changed.v1',
  topic: 'crm.contract-order.contract.fact.v1',
  aggregate: 'contract',
  description: 'Another employee looks after a contract now.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({ customerId: id, fromOwnerId: id.nullable(), toOwnerId: id, departmentId: id.nullable() }),
  example: {
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    fromOwnerId: null,
    toOwnerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type ContractOwnerChanged = DataOf<typeof contractOwnerChangedV1>;
