import type { Caller } from '@crm/access';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

export type Owner = { readonly ownerId: Id<'Employee'> | null; readonly departmentId: Id<'Department'> | null };

/** Decides who will look after a new customer. */
export type OwnerChoice = (
  work: Work,
  caller: Caller,
  wanted: Id<'Employee'> | null | undefined,
) => Promise<Result<Owner, CommonRefusal>>;

/** Where an active employee works; null for others. Answered by the employees feature. */
export type DepartmentOf = (work: Work, employee: Id<'Employee'>) => Promise<Id<'Department'> | null>;

export const NOBODY: Owner = { ownerId: null, departmentId: null };

/** The employee with the department that decides who else sees what he owns; refused when he does not work here. */
export const ownerNamed =
  (departmentOf: DepartmentOf) =>
  async (work: Work, ownerId: Id<'Employee'>): Promise<Result<Owner, CommonRefusal>> => {
    const departmentId = await departmentOf(work, ownerId);
    if (departmentId) return accept({ ownerId, departmentId });
    return refuse({
      kind: 'invalid-input',
      problems: [{ path: ['input', 'ownerId'], problem: 'unknown', what: 'Employee' }],
    });
  };

/** You, unless you name another: that needs the permission to assign. Service accounts own nothing: the pool does. */
export const chooseOwner =
  (departmentOf: DepartmentOf): OwnerChoice =>
  async (work, caller, wanted) => {
    const own = caller.actor.employee;
    const owner = wanted ?? own;
    if (!owner) return accept(NOBODY);
    if (owner !== own) {
      const allowed = caller.access.require('Customer', 'assign');
      if (!allowed.ok) return allowed;
    }
    return ownerNamed(departmentOf)(work, owner);
  };
