import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A draft contract changed. */
export const contractUpdatedV1 = contract({
  type: 'contract-order.contract-updated.v1',
  topic: 'crm.contract-order.contract.fact.v1',
  aggregate: 'contract',
  description: 'A draft contract changed.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({ customerId: id, changed: z.array(z.string()) }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', changed: ['amount', 'endOn'] },
});

export type ContractUpdated = DataOf<typeof contractUpdatedV1>;
