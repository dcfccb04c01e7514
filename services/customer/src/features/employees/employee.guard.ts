import { type Caller, type Guarded, matches, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { employees } from './employee.repository.ts';
import {
  type Employee,
  type EmployeeDetails,
  type EmployeeId,
  OWN_MANAGER,
  checkRolesExist,
  givesPowerOverRoles,
  unknown,
} from './employee.rules.ts';

/** Where the facts are that decide who sees an employee: everybody owns his own record. */
export const GUARDED_EMPLOYEE: Guarded = {
  type: 'Employee',
  from: 'employee t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.id', department: 't.department_id' },
};

type Held = { readonly employee: Employee; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks an employee, checks that the caller may change the record, and that it is at the version the caller read.
 * What he may not see does not exist.
 */
export const holdEmployee = async (
  { db, claim }: Work,
  { access }: Caller,
  id: EmployeeId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('employee', id);
  const reach = await recordReach(sqlOf(db), access, 'update', GUARDED_EMPLOYEE, id);
  const employee = reach === 'hidden' ? null : await employees(db).find(id);
  if (!employee) return refuse({ kind: 'not-found', what: 'Employee', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: 'Employee.update' });
  if (employee.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: employee.version });
  return accept({ employee, at });
};

/** How far the caller reaches an employee's record, and the subject of his sign-in. Seen by other features. */
export const employeeFor = async ({ db }: Work, { access }: Caller, id: EmployeeId) => {
  const employee = await employees(db).find(id);
  const reach = await recordReach(sqlOf(db), access, 'update', GUARDED_EMPLOYEE, id);
  return employee && { subject: employee.subject, reach };
};

/** What a department or role that is new to the employee needs: that it exists, and that the caller may give it. */
export type Placement = {
  readonly id: EmployeeId;
  readonly action: 'create' | 'update';
  /** Null: not yet here. */
  readonly before: EmployeeDetails | null;
  readonly after: EmployeeDetails;
};

export const checkPlacement = async (
  work: Work,
  caller: Caller,
  placement: Placement,
): Promise<Result<null, CommonRefusal>> => {
  const department = await checkDepartment(work, caller, placement);
  if (!department.ok) return department;
  const manager = await checkManager(work, placement);
  if (!manager.ok) return manager;
  return checkRoles(work, caller, placement);
};

/** Nobody is moved to where the caller has no say. */
const checkDepartment = async (
  { db }: Work,
  { access }: Caller,
  { id, action, before, after: { departmentId } }: Placement,
): Promise<Result<null, CommonRefusal>> => {
  if (before?.departmentId === departmentId) return accept(null);
  if (!(await employees(db).hasDepartment(departmentId))) return refuse(unknown('departmentId', 'Department'));
  const facts = { record: id, owner: id, department: departmentId };
  const isInReach = matches(access.predicate('Employee', action), facts, [], new Date(0));
  return isInReach ? accept(null) : refuse({ kind: 'forbidden', permission: `Employee.${action}` });
};

const checkManager = async (
  { db }: Work,
  { id, before, after: { managerId } }: Placement,
): Promise<Result<null, CommonRefusal>> => {
  if (!managerId || before?.managerId === managerId) return accept(null);
  const staff = employees(db);
  await staff.lockManagers();
  if (!(await staff.find(managerId))) return refuse(unknown('managerId', 'Employee'));
  return (await staff.isAbove(id, managerId)) ? refuse(OWN_MANAGER) : accept(null);
};

const NO_ROLES = { roles: [], isActive: false } as const;

/** Who may not say what roles do cannot make somebody, himself included, one who may. */
const checkRoles = async (
  { db }: Work,
  { access }: Caller,
  { before, after }: Placement,
): Promise<Result<null, CommonRefusal>> => {
  const known = await employees(db).knownRoles(after.roles);
  const exist = checkRolesExist(after.roles, known);
  if (!exist.ok) return exist;
  return givesPowerOverRoles(before ?? NO_ROLES, after, known) ? access.require('Role', 'update') : accept(null);
};
