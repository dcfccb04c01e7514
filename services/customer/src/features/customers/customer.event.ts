import {
  type AggregateAt,
  customerCreatedV1,
  customerDeletedV1,
  customerErasedV1,
  customerLifecycleChangedV1,
  customerOwnerChangedV1,
  customerRestoredV1,
  customerStateV1,
  customerUpdatedV1,
  fact,
  tombstone,
} from '@crm/contracts';

import type { Id } from '@crm/kernel';

import type { Customer } from './customer.rules.ts';

export const customerCreated = (at: AggregateAt, customer: Customer) => {
  const { kind, lifecycle, source, ownerId, departmentId } = customer;
  const data = { kind, customerNo: customer.customerNo, lifecycle, source, ownerId, departmentId };
  return fact(customerCreatedV1, at, customer.updatedAt, data);
};

export const customerUpdated = (at: AggregateAt, changed: readonly string[], when: Date) =>
  fact(customerUpdatedV1, at, when, { changed: [...changed] });

export const customerOwnerChanged = (at: AggregateAt, before: Customer, after: Customer) =>
  fact(customerOwnerChangedV1, at, after.updatedAt, {
    fromOwnerId: before.ownerId,
    toOwnerId: after.ownerId,
    departmentId: after.departmentId,
  });

export const customerLifecycleChanged = (at: AggregateAt, before: Customer, after: Customer) =>
  fact(customerLifecycleChangedV1, at, after.updatedAt, {
    from: before.lifecycle,
    to: after.lifecycle,
    isPinned: after.lifecyclePinReason !== null,
  });

/** Why, is told with the row: what somebody wrote about a person must not lie in a fact. */
export const customerDeleted = (at: AggregateAt, when: Date) => fact(customerDeletedV1, at, when, { reason: null });

export const customerRestored = (at: AggregateAt, { kind, updatedAt }: Customer) =>
  fact(customerRestoredV1, at, updatedAt, { kind });

export const customerErased = (at: AggregateAt, contactId: Id<'Contact'>, when: Date) =>
  fact(customerErasedV1, at, when, { contactId });

export const customerGone = (at: AggregateAt, when: Date) => tombstone(customerStateV1, at, when);

/** The whole row, for the state topic: announced beside every fact. */
export const customerState = (at: AggregateAt, customer: Customer) =>
  fact(customerStateV1, at, customer.updatedAt, {
    id: customer.id,
    customerNo: customer.customerNo,
    kind: customer.kind,
    name: customer.name,
    shortName: customer.shortName,
    industry: customer.industry,
    registrationNo: customer.registrationNo,
    country: customer.country,
    province: customer.province,
    city: customer.city,
    organizationType: customer.organizationType,
    lifecycle: customer.lifecycle,
    grade: customer.grade,
    source: customer.source,
    parentId: customer.parentId,
    ownerId: customer.ownerId,
    departmentId: customer.departmentId,
    isDeleted: customer.deletedAt !== null,
    deletedBecause: customer.deletedBecause,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
  });
