import { type AggregateAt, fact, roleSavedV1, roleStateV1 } from '@crm/contracts';

import type { Role } from './role.rules.ts';

export const roleSaved = (at: AggregateAt, { key, updatedAt }: Role) => fact(roleSavedV1, at, updatedAt, { key });

/** The whole row, for the state topic: announced beside every fact. */
export const roleState = (at: AggregateAt, { id, key, name, permissions, fields, updatedAt }: Role) =>
  fact(roleStateV1, at, updatedAt, { id, key, name, permissions: { ...permissions }, fields: { ...fields } });
