import { type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { departments } from './department.repository.ts';
import { type Department, type DepartmentId, UNKNOWN_PARENT } from './department.rules.ts';

/** Where the facts are that decide who sees a department: it is its own department, and nobody owns it. */
export const GUARDED_DEPARTMENT: Guarded = {
  type: 'Department',
  from: 'department t',
  id: 't.id',
  columns: { record: 't.id', department: 't.id' },
};

type Held = { readonly department: Department; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks a department, checks that the caller may change it, and that it is at the version the caller read.
 * What he may not see does not exist.
 */
export const holdDepartment = async (
  { db, claim }: Work,
  { access }: Caller,
  id: DepartmentId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('department', id);
  const reach = await recordReach(sqlOf(db), access, 'update', GUARDED_DEPARTMENT, id);
  const department = reach === 'hidden' ? null : await departments(db).find(id);
  if (!department) return refuse({ kind: 'not-found', what: 'Department', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: 'Department.update' });
  if (department.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: department.version });
  return accept({ department, at });
};

/** A department stands below one that the caller may work on; at the top, only where he may work on all. */
export const mayStandBelow = async (
  { db }: Work,
  { access }: Caller,
  action: 'create' | 'update',
  parentId: DepartmentId | null,
): Promise<Result<null, CommonRefusal>> => {
  const forbidden = { kind: 'forbidden', permission: `Department.${action}` } as const;
  if (!parentId) return access.predicate('Department', action).kind === 'all' ? accept(null) : refuse(forbidden);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_DEPARTMENT, parentId);
  if (reach === 'hidden') return refuse(UNKNOWN_PARENT);
  return reach === 'visible' ? refuse(forbidden) : accept(null);
};
