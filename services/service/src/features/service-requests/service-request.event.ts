import {
  type AggregateAt,
  fact,
  serviceRequestAssignedV1,
  serviceRequestCreatedV1,
  serviceRequestDeletedV1,
  serviceRequestRestoredV1,
  serviceRequestStateV1,
  serviceRequestStatusChangedV1,
  serviceRequestUpdatedV1,
} from '@crm/contracts';

import type { ServiceRequest } from './service-request.rules.ts';

export const requestCreated = (at: AggregateAt, request: ServiceRequest) => {
  const { requestNo, customerId, kind, channel, priority, status, assigneeId, ownerId, departmentId } = request;
  const data = { requestNo, customerId, kind, channel, priority, status, assigneeId, ownerId, departmentId };
  return fact(serviceRequestCreatedV1, at, request.updatedAt, data);
};

export const requestUpdated = (at: AggregateAt, request: ServiceRequest, changed: readonly string[]) => {
  const { customerId, priority, updatedAt } = request;
  return fact(serviceRequestUpdatedV1, at, updatedAt, { customerId, changed: [...changed], priority });
};

/** `assigneeId`: who works on it from now on. */
export const requestAssigned = (at: AggregateAt, before: ServiceRequest, after: ServiceRequest, assigneeId: string) =>
  fact(serviceRequestAssignedV1, at, after.updatedAt, {
    customerId: after.customerId,
    fromAssigneeId: before.assigneeId,
    toAssigneeId: assigneeId,
    departmentId: after.departmentId,
    fromStatus: before.status,
    toStatus: after.status,
  });

/** Why, is told with the row: what somebody wrote about a person must not lie in a fact. */
export const requestStatusChanged = (at: AggregateAt, before: ServiceRequest, after: ServiceRequest) =>
  fact(serviceRequestStatusChangedV1, at, after.updatedAt, {
    customerId: after.customerId,
    from: before.status,
    to: after.status,
    reason: null,
  });

export const requestDeleted = (at: AggregateAt, { customerId, updatedAt }: ServiceRequest) =>
  fact(serviceRequestDeletedV1, at, updatedAt, { customerId, reason: null });

export const requestRestored = (at: AggregateAt, { customerId, updatedAt }: ServiceRequest) =>
  fact(serviceRequestRestoredV1, at, updatedAt, { customerId });

/** The row for the state topic, announced beside every fact. Long texts stay here: who needs them asks for them. */
export const requestState = (at: AggregateAt, request: ServiceRequest) =>
  fact(serviceRequestStateV1, at, request.updatedAt, {
    id: request.id,
    requestNo: request.requestNo,
    customerId: request.customerId,
    subject: request.subject,
    kind: request.kind,
    channel: request.channel,
    impact: request.impact,
    urgency: request.urgency,
    priority: request.priority,
    status: request.status,
    assigneeId: request.assigneeId,
    ownerId: request.ownerId,
    departmentId: request.departmentId,
    isDeleted: request.deletedAt !== null,
    movedBecause: request.movedBecause,
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    resolvedAt: request.resolvedAt?.toISOString() ?? null,
    closedAt: request.closedAt?.toISOString() ?? null,
  });
