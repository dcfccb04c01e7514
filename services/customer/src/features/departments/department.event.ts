import { type AggregateAt, departmentCreatedV1, departmentStateV1, departmentUpdatedV1, fact } from '@crm/contracts';

import type { Department } from './department.rules.ts';

export const departmentCreated = (at: AggregateAt, { parentId, createdAt }: Department) =>
  fact(departmentCreatedV1, at, createdAt, { parentId });

export const departmentUpdated = (at: AggregateAt, changed: readonly string[], { parentId, updatedAt }: Department) =>
  fact(departmentUpdatedV1, at, updatedAt, { changed: [...changed], parentId });

/** The whole row, for the state topic: announced beside every fact. */
export const departmentState = (at: AggregateAt, { id, name, parentId, createdAt, updatedAt }: Department) =>
  fact(departmentStateV1, at, updatedAt, {
    id,
    name,
    parentId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  });
