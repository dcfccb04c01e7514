import { type Caller, mayAsk, reachSql } from '@crm/access';
import { type Id, idOf } from '@crm/kernel';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  type Sql,
  type Work,
  allOf,
  fetchList,
  sqlParams,
} from '@crm/persistence';

import { GUARDED_EMPLOYEE } from './employee.guard.ts';
import { SEARCHED_AS } from './employee.repository.ts';
import type { Employee } from './employee.rules.ts';

/** An employee as he or she is read: what resolvers pass on. */
export type EmployeeRow = Employee;

const COLUMNS = `t.id, t.subject, t.name, t.title, t.email, t.department_id as "departmentId",
  t.manager_id as "managerId", t.roles, t.is_active as "isActive", t.version, t.created_at as "createdAt",
  t.updated_at as "updatedAt"`;

/** What lists of employees can be filtered and ordered by: each by an index. */
export const EMPLOYEE_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_EMPLOYEE.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    departmentId: { kind: 'id', sql: 't.department_id' },
    managerId: { kind: 'id', sql: 't.manager_id' },
    name: {
      kind: 'text',
      sql: 't.name',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    isActive: { kind: 'boolean', sql: 't.is_active' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
};

/** The employees the caller sees, a page of them. */
export const listEmployees =
  (read: Read) =>
  ({ actor, access }: Caller, request: ListRequest, count: boolean): Promise<Listed<EmployeeRow>> =>
    read(actor, (sql) =>
      fetchList<EmployeeRow>(sql, EMPLOYEE_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Employee'),
        where: (params) => [reachSql(access, 'read', GUARDED_EMPLOYEE, params.values)],
      }),
    );

/** The employees with these ids that the caller sees, those who left among them. */
export const employeesByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly EmployeeRow[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_EMPLOYEE, params.values);
      return sql.query<EmployeeRow>(
        `select ${COLUMNS} from ${GUARDED_EMPLOYEE.from} where ${allOf([wanted, seen])}`,
        params.values,
      );
    });

/** Where an active employee works and which roles he has; null for one who left or never was. Seen by other features. */
export const activeEmployee = async (
  sql: Sql,
  employee: Id<'Employee'>,
): Promise<Pick<Employee, 'departmentId' | 'roles'> | null> => {
  const [row] = await sql.query<Pick<Employee, 'departmentId' | 'roles'>>(
    `select department_id as "departmentId", roles from employee where id = $1 and is_active`,
    [employee],
  );
  return row ?? null;
};

/** Where an active employee works; null for one who left or never was. Seen by other features in their transaction. */
export const departmentOfActive = async (
  { db }: Pick<Work, 'db'>,
  employee: Id<'Employee'>,
): Promise<Id<'Department'> | null> => {
  const [row] = await db.query<{ department_id: string }[]>(
    `select department_id from employee where id = $1 and is_active`,
    [employee],
  );
  return row ? idOf<'Department'>(row.department_id) : null;
};

/**
 * Whether an employee works here now, and which one signs in as a subject: both at once. Seen by other features in their
 * transaction.
 */
export const peopleIn = async (
  { db }: Pick<Work, 'db'>,
  { recipientId, actorSubject }: { readonly recipientId: string; readonly actorSubject: string },
): Promise<{ readonly isRecipientActive: boolean; readonly actorId: Id<'Employee'> | null }> => {
  const found = await db.query<Pick<Employee, 'id' | 'subject'>[]>(
    `select id, subject from employee where is_active and (id = $1 or subject = $2)`,
    [recipientId, actorSubject],
  );
  return {
    isRecipientActive: found.some(({ id }) => id === recipientId),
    actorId: found.find(({ subject }) => subject === actorSubject)?.id ?? null,
  };
};
