import type { Caller } from '@crm/access';
import {
  type Clock,
  type CommonRefusal,
  type Result,
  type Unchanged,
  accept,
  refuse,
  settled,
  unchanged,
} from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { type DepartmentParts, TAKEN } from './create-department.command.ts';
import { departmentState, departmentUpdated } from './department.event.ts';
import { holdDepartment, mayStandBelow } from './department.guard.ts';
import { departments } from './department.repository.ts';
import {
  type Department,
  type DepartmentChanges,
  type DepartmentId,
  OWN_PARENT,
  changeDepartment,
  readDepartmentId,
} from './department.rules.ts';

export type DepartmentUpdate = DepartmentChanges & { readonly id: string; readonly expectedVersion: number };

export type UpdateDepartment = (
  caller: Caller,
  input: DepartmentUpdate,
) => Promise<Result<DepartmentId, CommonRefusal>>;

export const updateDepartment =
  ({ transact, clock }: DepartmentParts): UpdateDepartment =>
  async (caller, input) =>
    settled(await transact(caller.actor, (work) => change(work, clock, caller, input)).catch(TAKEN));

const change = async (
  work: Work,
  clock: Clock,
  caller: Caller,
  input: DepartmentUpdate,
): Promise<Result<DepartmentId, CommonRefusal | Unchanged<DepartmentId>>> => {
  const id = readDepartmentId(input.id);
  if (!id.ok) return id;
  const held = await holdDepartment(work, caller, id.value, input.expectedVersion);
  if (!held.ok) return held;
  const { department, at } = held.value;
  const draft = changeDepartment(department, input);
  if (!draft.ok) return draft;
  const { details, changed } = draft.value;
  if (changed.length === 0) return unchanged(department.id);
  const readOnly = changed.find((field) => caller.access.readOnly('Department', field));
  if (readOnly) return refuse({ kind: 'read-only-field', path: ['input', readOnly] });
  const placed = await placeIsSound(work, caller, department, details.parentId);
  if (!placed.ok) return placed;

  const after: Department = { ...department, ...details, version: at.version, updatedAt: clock.now() };
  await departments(work.db).save(after);
  work.announce(departmentUpdated(at, changed, after), departmentState(at, after));
  return accept(after.id);
};

/** Where it stands already, it may stay. */
const placeIsSound = async (
  work: Work,
  caller: Caller,
  { id, parentId: current }: Department,
  parentId: DepartmentId | null,
): Promise<Result<null, CommonRefusal>> => {
  if (parentId === current) return accept(null);
  const tree = departments(work.db);
  await tree.lockTree();
  const placed = await mayStandBelow(work, caller, 'update', parentId);
  if (!placed.ok || !parentId) return placed;
  return (await tree.isAbove(id, parentId)) ? refuse(OWN_PARENT) : accept(null);
};
