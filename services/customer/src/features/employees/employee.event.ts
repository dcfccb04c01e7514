import { type AggregateAt, employeeCreatedV1, employeeStateV1, employeeUpdatedV1, fact } from '@crm/contracts';

import type { Employee } from './employee.rules.ts';

export const employeeCreated = (at: AggregateAt, { departmentId, roles, createdAt }: Employee) =>
  fact(employeeCreatedV1, at, createdAt, { departmentId, roles: [...roles] });

export const employeeUpdated = (at: AggregateAt, changed: readonly string[], employee: Employee) =>
  fact(employeeUpdatedV1, at, employee.updatedAt, {
    changed: [...changed],
    departmentId: employee.departmentId,
    isActive: employee.isActive,
    roles: [...employee.roles],
  });

/** The whole row, for the state topic: announced beside every fact. */
export const employeeState = (at: AggregateAt, employee: Employee) =>
  fact(employeeStateV1, at, employee.updatedAt, {
    id: employee.id,
    subject: employee.subject,
    name: employee.name,
    title: employee.title,
    email: employee.email,
    departmentId: employee.departmentId,
    managerId: employee.managerId,
    isActive: employee.isActive,
    roles: [...employee.roles],
    createdAt: employee.createdAt.toISOString(),
    updatedAt: employee.updatedAt.toISOString(),
  });
