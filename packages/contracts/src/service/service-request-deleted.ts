import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A service request was put into the bin; it can be restored. */
export const serviceRequestDeletedV1 = contract({
  type: 'service.service-request-deleted.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'A service request was put into the bin; it can be restored.',
  owner: 'service',
  pii: 'none',
  /** `reason` is null since it stands with the row: what somebody wrote about a person must not lie in a fact. */
  data: z.object({ customerId: id, reason: z.string().nullable() }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', reason: null },
});

export type ServiceRequestDeleted = DataOf<typeof serviceRequestDeletedV1>;
