import { type Id, type Problem, type Result, accept, parseId, refuse, typeOfId } from '@crm/kernel';

export type DepartmentId = Id<'Department'>;

/** What people decide about a department. */
export type DepartmentDetails = {
  readonly name: string;
  /** Null: at the top. */
  readonly parentId: DepartmentId | null;
};

/** A department as it stands. */
export type Department = DepartmentDetails & {
  readonly id: DepartmentId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says, ids as the client wrote them; a field left out is not said. */
export type DepartmentChanges = { readonly name?: string | null; readonly parentId?: string | null };

const MAX_NAME = 100;
const NOTHING: DepartmentDetails = { name: '', parentId: null };

/** The details of a new department. */
export const draftDepartment = (said: DepartmentChanges): Result<DepartmentDetails, InvalidInput> =>
  readDetails(NOTHING, said);

/** The details after a change, and the names of those that differ. */
export const changeDepartment = (
  current: DepartmentDetails,
  said: DepartmentChanges,
): Result<{ readonly details: DepartmentDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const details = readDetails(current, said);
  if (!details.ok) return details;
  const { name, parentId } = details.value;
  const changed = [...(name === current.name ? [] : ['name']), ...(parentId === current.parentId ? [] : ['parentId'])];
  return accept({ details: details.value, changed });
};

/** The id of the department to change, when it is one. */
export const readDepartmentId = (value: string): Result<DepartmentId, InvalidInput> => {
  const id = parseId('Department', value);
  return id ? accept(id) : refuse({ kind: 'invalid-input', problems: [notAnId('id', value)] });
};

const readDetails = (current: DepartmentDetails, said: DepartmentChanges): Result<DepartmentDetails, InvalidInput> => {
  const name = said.name === undefined ? current.name : (said.name ?? '').trim();
  const parentId = readParent(current, said);
  const problems = [
    ...nameProblems(name),
    ...(parentId === undefined ? [notAnId('parentId', said.parentId ?? '')] : []),
  ];
  return problems.length > 0 || parentId === undefined
    ? refuse({ kind: 'invalid-input', problems })
    : accept({ name, parentId });
};

const nameProblems = (name: string): readonly Problem[] => {
  if (name === '') return [{ path: ['input', 'name'], problem: 'required' }];
  return name.length > MAX_NAME ? [{ path: ['input', 'name'], problem: 'too-long', max: MAX_NAME }] : [];
};

/** Undefined: what was said is not the id of a department. */
const readParent = ({ parentId }: DepartmentDetails, said: DepartmentChanges): DepartmentId | null | undefined => {
  if (said.parentId === undefined) return parentId;
  return said.parentId === null ? null : (parseId('Department', said.parentId) ?? undefined);
};

const notAnId = (field: string, value: string): Problem => ({
  path: ['input', field],
  problem: 'not-an-id',
  expected: 'Department',
  actual: typeOfId(value),
});

export const UNKNOWN_PARENT: InvalidInput = {
  kind: 'invalid-input',
  problems: [{ path: ['input', 'parentId'], problem: 'unknown', what: 'Department' }],
};

export const OWN_PARENT: InvalidInput = {
  kind: 'invalid-input',
  problems: [{ path: ['input', 'parentId'], problem: 'not-allowed-here', because: 'it would be its own parent' }],
};
