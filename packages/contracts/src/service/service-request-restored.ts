import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A deleted service request was taken back. */
export const serviceRequestRestoredV1 = contract({
  type: 'service.service-request-restored.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'A deleted service request was taken back.',
  owner: 'service',
  pii: 'none',
  data: z.object({ customerId: id }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c' },
});

export type ServiceRequestRestored = DataOf<typeof serviceRequestRestoredV1>;
