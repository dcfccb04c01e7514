import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, requestStatus } from './values.ts';

/** A service request moved on. */
export const serviceRequestStatusChangedV1 = contract({
  type: 'service.service-request-status-changed.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'A service request moved on.',
  owner: 'service',
  pii: 'none',
  /** `reason` is null since it stands with the row: what somebody wrote about a person must not lie in a fact. */
  data: z.object({ customerId: id, from: requestStatus, to: requestStatus, reason: z.string().nullable() }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', from: 'IN_PROGRESS', to: 'RESOLVED', reason: null },
});

export type ServiceRequestStatusChanged = DataOf<typeof serviceRequestStatusChangedV1>;
