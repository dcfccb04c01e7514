import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, requestChannel, requestKind, requestPriority, requestStatus } from './values.ts';

/** A customer’s request was taken in. */
export const serviceRequestCreatedV1 = contract({
  type: 'service.service-request-created.v1',
  topic: 'crm.service.service-request.fact.v1',
  aggregate: 'service-request',
  description: 'A customer’s request was taken in.',
  owner: 'service',
  pii: 'none',
  data: z.object({
    requestNo: z.string(),
    customerId: id,
    kind: requestKind,
    channel: requestChannel,
    priority: requestPriority,
    status: requestStatus,
    assigneeId: id.nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
  }),
  example: {
    requestNo: 'SR-000042',
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    kind: 'INCIDENT',
    channel: 'PHONE',
    priority: 'HIGH',
    status: 'NEW',
    assigneeId: null,
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type ServiceRequestCreated = DataOf<typeof serviceRequestCreatedV1>;
