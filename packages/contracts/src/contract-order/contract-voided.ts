import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { contractStatus, id } from './values.ts';

/** A contract was given up before it was fulfilled. */
export const contractVoidedV1 = contract({
  type: 'contract-order.contract-voided.v1',
  topic: 'crm.contract-order.contract.fact.v1',
  aggregate: 'contract',
  description: 'A contract was given up before it was fulfilled.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({ customerId: id, from: contractStatus, reason: z.string() }),
  example: {
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    from: 'DRAFT',
    reason: 'The customer chose another supplier',
  },
});

export type ContractVoided = DataOf<typeof contractVoidedV1>;
