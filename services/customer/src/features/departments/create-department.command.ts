import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, newId } from '@crm/kernel';
import { type Transact, type Work, once, refuseTaken } from '@crm/persistence';

import { departmentCreated, departmentState } from './department.event.ts';
import { mayStandBelow } from './department.guard.ts';
import { departments } from './department.repository.ts';
import { type DepartmentChanges, type DepartmentId, draftDepartment } from './department.rules.ts';

export type DepartmentParts = { readonly transact: Transact; readonly clock: Clock };

export type NewDepartment = DepartmentChanges & { readonly idempotencyKey?: string | null };

export type CreateDepartment = (caller: Caller, input: NewDepartment) => Promise<Result<DepartmentId, CommonRefusal>>;

/** The input whose value a unique index protects: names differ among the departments below one. */
export const TAKEN = refuseTaken({ department_name: ['input', 'name'] });

export const createDepartment =
  ({ transact, clock }: DepartmentParts): CreateDepartment =>
  (caller, input) =>
    transact(caller.actor, (work) => {
      const said = { operation: 'createDepartment', key: input.idempotencyKey, input };
      return once(work, said, () => addDepartment(work, clock, caller, input));
    }).catch(TAKEN);

const addDepartment = async (work: Work, clock: Clock, caller: Caller, input: NewDepartment) => {
  const allowed = caller.access.require('Department', 'create');
  if (!allowed.ok) return allowed;
  const draft = draftDepartment(input);
  if (!draft.ok) return draft;
  const placed = await mayStandBelow(work, caller, 'create', draft.value.parentId);
  if (!placed.ok) return placed;

  const now = clock.now();
  const id = newId('Department', now.getTime());
  const department = { ...draft.value, id, version: 1, createdAt: now, updatedAt: now };
  const at = await work.claim('department', id);
  await departments(work.db).add(department);
  work.announce(departmentCreated(at, department), departmentState(at, department));
  return accept(id);
};
