import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { impersonal, personal } from '../redacted.ts';
import { id, instant, requestChannel, requestKind, requestLevel, requestPriority, requestStatus } from './values.ts';

/** A service request as it is now. */
export const serviceRequestStateV1 = contract({
  type: 'service.service-request-state.v1',
  topic: 'crm.service.service-request.state.v1',
  aggregate: 'service-request',
  description: 'A service request as it is now.',
  owner: 'service',
  pii: 'personal',
  goesWith: 'customerId',
  data: z.object({
    id,
    requestNo: impersonal(z.string()),
    customerId: id,
    subject: personal(z.string()),
    kind: requestKind,
    channel: requestChannel,
    impact: requestLevel,
    urgency: requestLevel,
    priority: requestPriority,
    status: requestStatus,
    assigneeId: id.nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isDeleted: z.boolean(),
    /** Why it was last moved or deleted, as somebody wrote it. */
    movedBecause: personal(z.string().nullable().optional()),
    createdAt: instant,
    updatedAt: instant,
    resolvedAt: instant.nullable(),
    closedAt: instant.nullable(),
  }),
  example: {
    id: '0199a3c0-7e1f-7501-8a2b-3f9d5e6a7b8c',
    requestNo: 'SR-000042',
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    subject: '打印机无法开机',
    kind: 'INCIDENT',
    channel: 'PHONE',
    impact: 'MEDIUM',
    urgency: 'HIGH',
    priority: 'HIGH',
    status: 'NEW',
    assigneeId: null,
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isDeleted: false,
    movedBecause: null,
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
    resolvedAt: null,
    closedAt: null,
  },
});

export type ServiceRequestState = DataOf<typeof serviceRequestStateV1>;
