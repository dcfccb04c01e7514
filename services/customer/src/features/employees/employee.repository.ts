import { DEFAULT_ROLES, permissionOf } from '@crm/access';
import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { EmployeeEntity } from './employee.entity.ts';
import { ADMIN, type Employee, type EmployeeDetails, type EmployeeId, type KnownRole } from './employee.rules.ts';

/** Found by a part of the name. */
export const SEARCHED_AS = 'Employee';

const CHANGE_ROLES = permissionOf('Role', 'update');
const DEFAULTS: readonly KnownRole[] = DEFAULT_ROLES.map(({ key, permissions }) => ({
  key,
  mayChangeRoles: permissions[CHANGE_ROLES] !== undefined,
}));

export const employees = (db: EntityManager) => ({
  find: (id: EmployeeId): Promise<Employee | null> => db.getRepository(EmployeeEntity).findOneBy({ id }),

  add: async (employee: Employee) => {
    await db.getRepository(EmployeeEntity).insert(rowOf(employee));
    await index(db, employee);
  },

  save: async (employee: Employee) => {
    await db.getRepository(EmployeeEntity).update({ id: employee.id }, rowOf(employee));
    await index(db, employee);
  },

  hasDepartment: async (id: EmployeeDetails['departmentId']): Promise<boolean> => {
    const rows = await db.query<object[]>(`select 1 from department where id = $1`, [id]);
    return rows.length > 0;
  },

  knownRoles: (keys: readonly string[]) => knownRoles(db, keys),

  /** One change of managers at a time in each company: two that are sound alone can make a cycle together. */
  lockManagers: async () => {
    await db.query(`select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant') || ' managers', 0))`);
  },

  /** Whether `manager` is the employee or anywhere above. */
  isAbove: async (manager: EmployeeId, of: EmployeeId): Promise<boolean> => {
    const [row] = await db.query<{ found: boolean }[]>(
      `with recursive above as (
         select id, manager_id from employee where id = $1
         union select e.id, e.manager_id from employee e join above a on e.id = a.manager_id
       ) select exists (select from above where id = $2) as found`,
      [of, manager],
    );
    return row?.found ?? false;
  },

  /** Locks the active administrators, so that of two who leave at once the second sees that the first is gone. */
  isOnlyAdmin: async (id: EmployeeId): Promise<boolean> => {
    const admins = await db.query<{ id: string }[]>(
      `select id from employee where is_active and $1 = any(roles) order by id for update`,
      [ADMIN],
    );
    return admins.every((each) => each.id === id);
  },
});

/** The company's roles: its own among these keys, and the default ones it did not replace. */
const knownRoles = async (db: EntityManager, keys: readonly string[]): Promise<readonly KnownRole[]> => {
  const own = await db.query<KnownRole[]>(
    `select key, jsonb_exists(permissions, $2) as "mayChangeRoles" from role where key = any($1::text[])`,
    [keys, CHANGE_ROLES],
  );
  const isOwn = new Set(own.map(({ key }) => key));
  return [...own, ...DEFAULTS.filter(({ key }) => !isOwn.has(key))];
};

const rowOf = (employee: Employee) => ({ ...employee, roles: [...employee.roles] });

const index = (db: EntityManager, { id, name }: Employee) => indexForSearch(sqlOf(db), SEARCHED_AS, id, [name]);
