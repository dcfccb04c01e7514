import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Transact, type Work, once, refuseTaken } from '@crm/persistence';

import { employeeCreated, employeeState } from './employee.event.ts';
import { checkPlacement } from './employee.guard.ts';
import { employees } from './employee.repository.ts';
import { type EmployeeChanges, type EmployeeId, draftEmployee } from './employee.rules.ts';

export type EmployeeParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  /** Ends the sign-ins of somebody who leaves. Answered by the sessions feature. */
  readonly endSessions: (work: Work, leaver: Leaver, now: Date) => Promise<unknown>;
};

export type Leaver = { readonly employeeId: EmployeeId; readonly subject: string | null; readonly tokenId: null };

export type NewEmployee = Omit<EmployeeChanges, 'isActive'> & {
  readonly idempotencyKey?: string | null;
  readonly subject?: string | null;
};

export type CreateEmployee = (caller: Caller, input: NewEmployee) => Promise<Result<EmployeeId, CommonRefusal>>;

const TAKEN = refuseTaken({ employee_subject: ['input', 'subject'] });

export const createEmployee =
  ({ transact, clock }: EmployeeParts): CreateEmployee =>
  (caller, input) =>
    transact(caller.actor, (work) => {
      const said = { operation: 'createEmployee', key: input.idempotencyKey, input };
      return once(work, said, () => addEmployee(work, clock, caller, input));
    }).catch(TAKEN);

const addEmployee = async (
  work: Work,
  clock: Clock,
  caller: Caller,
  input: NewEmployee,
): Promise<Result<EmployeeId, CommonRefusal>> => {
  const allowed = caller.access.require('Employee', 'create');
  if (!allowed.ok) return allowed;
  const draft = draftEmployee(input);
  if (!draft.ok) return draft;
  const readOnly = OPTIONAL.find((field) => input[field]?.length && caller.access.readOnly('Employee', field));
  if (readOnly) return refuse({ kind: 'read-only-field', path: ['input', readOnly] });
  const now = clock.now();
  const id = newId('Employee', now.getTime());
  const placed = await checkPlacement(work, caller, { id, action: 'create', before: null, after: draft.value });
  if (!placed.ok) return placed;

  const employee = { ...draft.value, id, version: 1, createdAt: now, updatedAt: now };
  const at = await work.claim('employee', id);
  await employees(work.db).add(employee);
  work.announce(employeeCreated(at, employee), employeeState(at, employee));
  return accept(id);
};

/** What need not be said: a role that may not write it leaves it out. */
const OPTIONAL = ['title', 'email', 'managerId', 'roles', 'subject'] as const;
