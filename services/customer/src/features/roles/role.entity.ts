import { EntitySchema } from 'typeorm';

import type { Role } from './role.rules.ts';

type RoleRow = { -readonly [Field in keyof Role]: Role[Field] };

export const RoleEntity = new EntitySchema<RoleRow>({
  name: 'Role',
  tableName: 'role',
  columns: {
    id: { type: 'uuid', primary: true },
    key: { type: 'text' },
    name: { type: 'text' },
    permissions: { type: 'jsonb' },
    fields: { type: 'jsonb' },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
  },
});
