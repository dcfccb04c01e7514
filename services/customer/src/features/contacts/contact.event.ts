import {
  type AggregateAt,
  contactCreatedV1,
  contactDeletedV1,
  contactErasedV1,
  contactRestoredV1,
  contactStateV1,
  contactUpdatedV1,
  fact,
  tombstone,
} from '@crm/contracts';

import type { Contact } from './contact.rules.ts';

export const contactCreated = (at: AggregateAt, { customerId, isPersonOfCustomer, updatedAt }: Contact) =>
  fact(contactCreatedV1, at, updatedAt, { customerId, isPersonOfCustomer });

export const contactUpdated = (at: AggregateAt, { customerId, updatedAt }: Contact, changed: readonly string[]) =>
  fact(contactUpdatedV1, at, updatedAt, { customerId, changed: [...changed] });

export const contactDeleted = (at: AggregateAt, { customerId, updatedAt }: Contact) =>
  fact(contactDeletedV1, at, updatedAt, { customerId });

export const contactRestored = (at: AggregateAt, { customerId, updatedAt }: Contact) =>
  fact(contactRestoredV1, at, updatedAt, { customerId });

/** `contact`: as it was before. */
export const contactErased = (at: AggregateAt, { customerId, deletedAt }: Contact, when: Date) =>
  fact(contactErasedV1, at, when, { customerId, wasDeleted: deletedAt !== null });

export const contactGone = (at: AggregateAt, when: Date) => tombstone(contactStateV1, at, when);

/** The whole row, for the state topic: announced beside every fact. */
export const contactState = (at: AggregateAt, contact: Contact) =>
  fact(contactStateV1, at, contact.updatedAt, {
    id: contact.id,
    customerId: contact.customerId,
    name: contact.name,
    title: contact.title,
    department: contact.department,
    buyingRole: contact.buyingRole,
    influence: contact.influence,
    ownerId: contact.ownerId,
    departmentId: contact.departmentId,
    isPersonOfCustomer: contact.isPersonOfCustomer,
    isDeleted: contact.deletedAt !== null,
    createdAt: contact.createdAt.toISOString(),
    updatedAt: contact.updatedAt.toISOString(),
  });
