import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { contractType, id, money } from './values.ts';

/** A contract with a customer was drafted. */
export const contractCreatedV1 = contract({
  type: 'contract-order.contract-created.v1',
  topic: 'crm.contract-order.contract.fact.v1',
  aggregate: 'contract',
  description: 'A contract with a customer was drafted.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({
    contractNo: z.string(),
    contractType,
    customerId: id,
    amount: money,
    ownerId: id.nullable(),
    departmentId: id.nullable(),
  }),
  example: {
    contractNo: 'CT-000042',
    contractType: 'ANNUAL',
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    amount: { amount: '12000.00', currency: 'CNY' },
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type ContractCreated = DataOf<typeof contractCreatedV1>;
