import { EntitySchema } from 'typeorm';

import type { Department } from './department.rules.ts';

type DepartmentRow = { -readonly [Field in keyof Department]: Department[Field] };

export const DepartmentEntity = new EntitySchema<DepartmentRow>({
  name: 'Department',
  tableName: 'department',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    parentId: { type: 'uuid', name: 'parent_id', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
  },
});
