import { type Actor, type Id, idOf } from '@crm/kernel';

import { DEFAULT_ROLES } from './default-roles.ts';
import { type RoleDefinition, type RoleRow, SYSTEM_ROLE, readRole } from './role.ts';

export type DepartmentRow = { readonly id: string; readonly parentId: string | null };
export type EmployeeRow = {
  readonly id: string;
  readonly departmentId: string | null;
  readonly active: boolean;
  /** Keys of roles. */
  readonly roles: readonly string[];
};

export type DirectoryRows = {
  readonly departments: readonly DepartmentRow[];
  readonly employees: readonly EmployeeRow[];
  readonly roles: readonly RoleRow[];
};

/** Who works where in one tenant, and what roles mean there: a snapshot. */
export type TenantDirectory = {
  /** The department and all below it; a department that is not known is alone. */
  readonly subtreeOf: (department: string) => readonly Id<'Department'>[];
  /** From the root down to the department itself. */
  readonly pathOf: (department: string) => readonly Id<'Department'>[];
  /** Null: in none, or not known. */
  readonly departmentOf: (employee: string) => Id<'Department'> | null;
  /** Where the actor stands: as the directory knows the employee, else as the token says. Empty: nowhere. */
  readonly placeOf: (actor: Actor) => readonly Id<'Department'>[];
  /**
   * The directory's roles of an employee it knows, none when he is inactive, whatever the token says; the token's
   * roles for everybody else. An API key never has more roles than it was given, whatever its owner holds by now.
   * A role that the tenant does not know gives nothing.
   */
  readonly rolesOf: (actor: Actor) => readonly RoleDefinition[];
  /** What the tenant's roles are: its own, and the default ones it did not replace. */
  readonly roles: ReadonlyMap<string, RoleDefinition>;
};

/** A directory of rows in any order. Rows may be older than each other: an unknown parent or a cycle ends the path. */
export const buildDirectory = ({ departments, employees, roles }: DirectoryRows): TenantDirectory => {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const children = Map.groupBy(departments, ({ parentId }) => parentId);
  const staff = new Map(employees.map((employee) => [employee.id, employee]));
  const definitions = definitionsOf(roles);

  const subtreeOf = walk((id) => (children.get(id) ?? []).map((child) => child.id));
  const upwards = walk((id) => [parents.get(id)].filter((parent) => typeof parent === 'string'));
  const pathOf = (department: string) => upwards(department).toReversed();
  const departmentOf = (employee: string) => {
    const department = staff.get(employee)?.departmentId;
    return department ? idOf<'Department'>(department) : null;
  };

  return {
    subtreeOf,
    pathOf,
    departmentOf,
    placeOf: ({ employee, departmentPath }) => {
      if (employee === null || !staff.has(employee)) return departmentPath;
      const department = departmentOf(employee);
      return department ? pathOf(department) : [];
    },
    rolesOf: ({ employee, roles: claimed, apiKey }) => {
      const known = employee === null ? undefined : staff.get(employee);
      const held = known ? rolesHeldBy(known).filter((key) => !apiKey || claimed.includes(key)) : claimed;
      return [...new Set(held)].flatMap((key) => definitions.get(key) ?? []);
    },
    roles: definitions,
  };
};

const rolesHeldBy = ({ active, roles }: EmployeeRow) => (active ? roles : []);

/** SYSTEM is never among them: no row and no token can name it. */
const definitionsOf = (rows: readonly RoleRow[]): ReadonlyMap<string, RoleDefinition> => {
  const definitions = new Map([...DEFAULT_ROLES, ...rows.map(readRole)].map((role) => [role.key, role]));
  definitions.delete(SYSTEM_ROLE);
  return definitions;
};

/** Everything reached from a start by steps, the start first; each once, so that a cycle ends. Remembered per start. */
const walk = (next: (id: string) => readonly string[]) => {
  const walked = new Map<string, readonly Id<'Department'>[]>();
  return (start: string): readonly Id<'Department'>[] => {
    const known = walked.get(start);
    if (known) return known;
    const reached = new Set([start]);
    for (const id of reached) next(id).forEach((each) => reached.add(each));
    const found = [...reached].map((id) => idOf<'Department'>(id));
    walked.set(start, found);
    return found;
  };
};
