import type { Caller } from '@crm/access';
import { type CommonRefusal, type Result, type Unchanged, accept, refuse, settled, unchanged } from '@crm/kernel';
import { type Work, refuseTaken } from '@crm/persistence';

import type { EmployeeParts } from './create-employee.command.ts';
import { employeeState, employeeUpdated } from './employee.event.ts';
import { checkPlacement, holdEmployee } from './employee.guard.ts';
import { employees } from './employee.repository.ts';
import {
  type Employee,
  type EmployeeChanges,
  type EmployeeId,
  changeEmployee,
  lastAdmin,
  readEmployeeId,
  stopsBeingAdmin,
} from './employee.rules.ts';

export type EmployeeUpdate = EmployeeChanges & { readonly id: string; readonly expectedVersion: number };

export type UpdateEmployee = (caller: Caller, input: EmployeeUpdate) => Promise<Result<EmployeeId, CommonRefusal>>;

/** Who comes back may find that somebody else signs in by the same name. */
const TAKEN = refuseTaken({ employee_subject: ['input', 'isActive'] });

export const updateEmployee =
  (parts: EmployeeParts): UpdateEmployee =>
  async (caller, input) =>
    settled(await parts.transact(caller.actor, (work) => change(parts, work, caller, input)).catch(TAKEN));

const change = async (
  { clock, endSessions }: EmployeeParts,
  work: Work,
  caller: Caller,
  input: EmployeeUpdate,
): Promise<Result<EmployeeId, CommonRefusal | Unchanged<EmployeeId>>> => {
  const id = readEmployeeId(input.id);
  if (!id.ok) return id;
  const held = await holdEmployee(work, caller, id.value, input.expectedVersion);
  if (!held.ok) return held;
  const { employee, at } = held.value;
  const draft = changeEmployee(employee, input);
  if (!draft.ok) return draft;
  const { details, changed } = draft.value;
  if (changed.length === 0) return unchanged(employee.id);
  const after: Employee = { ...employee, ...details, version: at.version, updatedAt: clock.now() };
  const allowed = await checkChange(work, caller, employee, after, changed);
  if (!allowed.ok) return allowed;

  await employees(work.db).save(after);
  if (leaves(employee, after)) {
    await endSessions(work, { employeeId: after.id, subject: after.subject, tokenId: null }, after.updatedAt);
  }
  work.announce(employeeUpdated(at, changed, after), employeeState(at, after));
  return accept(after.id);
};

const leaves = (before: Employee, after: Employee) => before.isActive && !after.isActive;

const checkChange = async (
  work: Work,
  caller: Caller,
  before: Employee,
  after: Employee,
  changed: readonly string[],
): Promise<Result<null, CommonRefusal>> => {
  const readOnly = changed.find((field) => caller.access.readOnly('Employee', field));
  if (readOnly) return refuse({ kind: 'read-only-field', path: ['input', readOnly] });
  const placed = await checkPlacement(work, caller, { id: before.id, action: 'update', before, after });
  if (!placed.ok || !stopsBeingAdmin(before, after)) return placed;
  return (await employees(work.db).isOnlyAdmin(before.id)) ? refuse(lastAdmin(after)) : accept(null);
};
