import { EntitySchema } from 'typeorm';

import type { Employee } from './employee.rules.ts';

type EmployeeRow = { -readonly [Field in keyof Employee]: Employee[Field] };

export const EmployeeEntity = new EntitySchema<EmployeeRow>({
  name: 'Employee',
  tableName: 'employee',
  columns: {
    id: { type: 'uuid', primary: true },
    subject: { type: 'text', nullable: true },
    name: { type: 'text' },
    title: { type: 'text', nullable: true },
    email: { type: 'text', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id' },
    managerId: { type: 'uuid', name: 'manager_id', nullable: true },
    roles: { type: 'text', array: true },
    isActive: { type: 'boolean', name: 'is_active' },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
  },
});
