import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { contractStatus, contractType, day, id, instant, money } from './values.ts';

/** A contract as it is now. */
export const contractStateV1 = contract({
  type: 'contract-order.contract-state.v1',
  topic: 'crm.contract-order.contract.state.v1',
  aggregate: 'contract',
  description: 'A contract as it is now.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({
    id,
    contractNo: z.string(),
    name: z.string(),
    contractType,
    customerId: id,
    amount: money,
    startOn: day.nullable(),
    endOn: day.nullable(),
    status: contractStatus,
    voidedBecause: z.string().nullable(),
    isArchived: z.boolean(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isDeleted: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7401-8a2b-3f9d5e6a7b8c',
    contractNo: 'CT-000042',
    name: '2027 年度采购合同',
    contractType: 'ANNUAL',
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    amount: { amount: '12000.00', currency: 'CNY' },
    startOn: '2027-01-01',
    endOn: '2027-12-31',
    status: 'DRAFT',
    voidedBecause: null,
    isArchived: false,
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isDeleted: false,
    createdAt: '2026-11-21T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type ContractState = DataOf<typeof contractStateV1>;
