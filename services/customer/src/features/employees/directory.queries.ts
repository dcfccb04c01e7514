import type { DepartmentRow, DirectoryRows, EmployeeRow, RoleRow } from '@crm/access';
import type { Sql } from '@crm/persistence';

/** Who works where and what roles mean, of the tenant that is read: for deciding what its people may do. */
export const directoryRows = async (sql: Sql): Promise<DirectoryRows> => ({
  departments: await sql.query<DepartmentRow>(`select id, parent_id as "parentId" from department`),
  employees: await sql.query<EmployeeRow>(
    `select id, department_id as "departmentId", is_active as active, roles from employee`,
  ),
  roles: await sql.query<RoleRow>(`select key, name, permissions, fields from role`),
});
