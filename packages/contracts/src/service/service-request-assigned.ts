import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, requestStatus } from './values.ts';

/** Somebody else works on a service request; one that was new or reopened is assigned by it. */
export const serviceRequestAssignedV1 = contract({
  type: 'service.service-request-assigned.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'Somebody else works on a service request; one that was new or reopened is assigned by it.',
  owner: 'service',
  pii: 'none',
  data: z.object({
    customerId: id,
    fromAssigneeId: id.nullable(),
    toAssigneeId: id,
    departmentId: id.nullable(),
    fromStatus: requestStatus,
    toStatus: requestStatus,
  }),
  example: {
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    fromAssigneeId: null,
    toAssigneeId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    fromStatus: 'NEW',
    toStatus: 'ASSIGNED',
  },
});

export type ServiceRequestAssigned = DataOf<typeof serviceRequestAssignedV1>;
