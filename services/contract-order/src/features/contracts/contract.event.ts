import {
  type AggregateAt,
  contractArchivedV1,
  contractCreatedV1,
  contractDeletedV1,
  contractOwnerChangedV1,
  contractRestoredV1,
  contractStateV1,
  contractUpdatedV1,
  contractVoidedV1,
  fact,
} from '@crm/contracts';

import type { Contract } from './contract.rules.ts';

/** A contract before and after a change. */
type Change = { readonly before: Contract; readonly after: Contract };

export const contractCreated = (at: AggregateAt, contract: Contract) =>
  fact(contractCreatedV1, at, contract.updatedAt, {
    contractNo: contract.contractNo,
    contractType: contract.type,
    customerId: contract.customerId,
    amount: contract.amount,
    ownerId: contract.ownerId,
    departmentId: contract.departmentId,
  });

export const contractUpdated = (at: AggregateAt, { customerId, updatedAt }: Contract, changed: readonly string[]) =>
  fact(contractUpdatedV1, at, updatedAt, { customerId, changed: [...changed] });

export const contractOwnerChanged = (at: AggregateAt, { before, after }: Change, toOwnerId: string) =>
  fact(contractOwnerChangedV1, at, after.updatedAt, {
    customerId: after.customerId,
    fromOwnerId: before.ownerId,
    toOwnerId,
    departmentId: after.departmentId,
  });

export const contractVoided = (at: AggregateAt, { before, after }: Change, reason: string) =>
  fact(contractVoidedV1, at, after.updatedAt, { customerId: after.customerId, from: before.status, reason });

export const contractArchived = (at: AggregateAt, { after: { customerId, status, updatedAt } }: Change) =>
  fact(contractArchivedV1, at, updatedAt, { customerId, status });

export const contractDeleted = (at: AggregateAt, { after: { customerId, status, updatedAt } }: Change) =>
  fact(contractDeletedV1, at, updatedAt, { customerId, status });

export const contractRestored = (at: AggregateAt, { after: { customerId, status, updatedAt } }: Change) =>
  fact(contractRestoredV1, at, updatedAt, { customerId, status });

/** The whole row, for the state topic: announced beside every fact. */
export const contractState = (at: AggregateAt, contract: Contract) =>
  fact(contractStateV1, at, contract.updatedAt, {
    id: contract.id,
    contractNo: contract.contractNo,
    name: contract.name,
    contractType: contract.type,
    customerId: contract.customerId,
    amount: contract.amount,
    startOn: contract.startOn,
    endOn: contract.endOn,
    status: contract.status,
    voidedBecause: contract.voidedBecause,
    isArchived: contract.isArchived,
    ownerId: contract.ownerId,
    departmentId: contract.departmentId,
    isDeleted: contract.deletedAt !== null,
    createdAt: contract.createdAt.toISOString(),
    updatedAt: contract.updatedAt.toISOString(),
  });
