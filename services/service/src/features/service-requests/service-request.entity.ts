import { EntitySchema } from 'typeorm';

import type { ServiceRequest } from './service-request.rules.ts';

type ServiceRequestRow = { -readonly [Field in keyof ServiceRequest]: ServiceRequest[Field] };

const reference = (name: string) => ({ type: 'uuid', name, nullable: true }) as const;
const instant = (name: string) => ({ type: 'timestamptz', name, nullable: true }) as const;

export const ServiceRequestEntity = new EntitySchema<ServiceRequestRow>({
  name: 'ServiceRequest',
  tableName: 'service_request',
  columns: {
    id: { type: 'uuid', primary: true },
    requestNo: { type: 'text', name: 'request_no' },
    customerId: { type: 'uuid', name: 'customer_id' },
    subject: { type: 'text' },
    description: { type: 'text', nullable: true },
    kind: { type: 'text' },
    channel: { type: 'text' },
    impact: { type: 'text' },
    urgency: { type: 'text' },
    priority: { type: 'text' },
    status: { type: 'text' },
    assigneeId: reference('assignee_id'),
    ownerId: reference('owner_id'),
    departmentId: reference('department_id'),
    solution: { type: 'text', nullable: true },
    cause: { type: 'text', nullable: true },
    movedBecause: { type: 'text', name: 'moved_because', nullable: true },
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: reference('created_by'),
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: reference('updated_by'),
    deletedAt: instant('deleted_at'),
  },
});
