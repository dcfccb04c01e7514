import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed, id, requestPriority } from './values.ts';

/** What we know of a service request changed. */
export const serviceRequestUpdatedV1 = contract({
  type: 'service.service-request-updated.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'What we know of a service request changed.',
  owner: 'service',
  pii: 'none',
  data: z.object({ customerId: id, changed, priority: requestPriority }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', changed: ['urgency'], priority: 'URGENT' },
});

export type ServiceRequestUpdated = DataOf<typeof serviceRequestUpdatedV1>;
