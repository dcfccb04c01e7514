import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { contractStatus, id } from './values.ts';

/** A contract that is over was put into the archive. */
export const contractArchivedV1 = contract({
  type: 'contract-order.contract-archived.v1',
  topic: 'crm.contract-order.contract.fact.v1',
  aggregate: 'contract',
  description: 'A contract that is over was put into the archive.',
  owner: 'contract-order',
  pii: 'none',
  data: z.object({ customerId: id, status: contractStatus }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', status: 'VOIDED' },
});

export type ContractArchived = DataOf<typeof contractArchivedV1>;
