import {
  type Id,
  type IdType,
  type Problem,
  type Result,
  accept,
  isEmail,
  parseId,
  refuse,
  typeOfId,
} from '@crm/kernel';

export type EmployeeId = Id<'Employee'>;

/** What people decide about an employee. */
export type EmployeeDetails = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly departmentId: Id<'Department'>;
  readonly managerId: EmployeeId | null;
  /** Keys of roles, each once. */
  readonly roles: readonly string[];
  readonly isActive: boolean;
};

/** An employee as he or she stands. */
export type Employee = EmployeeDetails & {
  readonly id: EmployeeId;
  /** Ties the record to the person's sign-in. */
  readonly subject: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says, ids as the client wrote them; a field left out is not said. */
export type EmployeeChanges = {
  readonly name?: string | null;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly departmentId?: string | null;
  readonly managerId?: string | null;
  readonly roles?: readonly string[] | null;
  readonly isActive?: boolean | null;
};

/** What a role is, as far as giving it to somebody goes. */
export type KnownRole = {
  readonly key: string;
  /** Whether its holders say what roles may do: such a role is given only by one who may say so himself. */
  readonly mayChangeRoles: boolean;
};

export const ADMIN = 'ADMIN';
/** Roles of the portal and of the product itself: no employee has them. */
const NOT_FOR_EMPLOYEES: readonly string[] = ['CUSTOMER', 'PARTNER', 'SYSTEM'];
const LIMITS = { name: 100, title: 100, subject: 200 } as const;
const MAX_ROLES = 20;

/** As `EmployeeDetails`, while it is not known whether there is a department at all. */
type Draft = Omit<EmployeeDetails, 'departmentId'> & { readonly departmentId: Id<'Department'> | null };
const NOBODY: Draft = {
  name: '',
  title: null,
  email: null,
  departmentId: null,
  managerId: null,
  roles: [],
  isActive: true,
};

/** The details of a new employee, with the name he or she signs in by. */
export const draftEmployee = (
  said: EmployeeChanges & { readonly subject?: string | null },
): Result<EmployeeDetails & { readonly subject: string | null }, InvalidInput> => {
  const subject = textOf(said.subject);
  const details = readDetails(NOBODY, said);
  const problems = [...tooLong('subject', subject), ...(details.ok ? [] : details.refusal.problems)];
  return details.ok && problems.length === 0
    ? accept({ ...details.value, subject })
    : refuse({ kind: 'invalid-input', problems });
};

/** The details after a change, and the names of those that differ. */
export const changeEmployee = (
  current: EmployeeDetails,
  said: EmployeeChanges,
): Result<{ readonly details: EmployeeDetails; readonly changed: readonly Detail[] }, InvalidInput> => {
  const details = readDetails(current, said);
  if (!details.ok) return details;
  const changed = DETAILS.filter((name) => String(details.value[name]) !== String(current[name]));
  return accept({ details: details.value, changed });
};

export type Detail = keyof EmployeeDetails;
const DETAILS: readonly Detail[] = ['name', 'title', 'email', 'departmentId', 'managerId', 'roles', 'isActive'];

/** The id of the employee to change, when it is one. */
export const readEmployeeId = (value: string): Result<EmployeeId, InvalidInput> => {
  const id = parseId('Employee', value);
  return id ? accept(id) : invalid(notAnId('id', 'Employee', value));
};

const readDetails = (current: Draft, said: EmployeeChanges): Result<EmployeeDetails, InvalidInput> => {
  const texts = readTexts(current, said);
  const departmentId = readId('Department', said.departmentId, current.departmentId);
  const managerId = readId('Employee', said.managerId, current.managerId);
  const problems = [
    ...textProblems(texts),
    ...departmentProblems(departmentId, said),
    ...managerProblems(managerId, said),
    ...roleProblems(said.roles ?? []),
    ...(said.isActive === null ? [required('isActive')] : []),
  ];
  if (!departmentId || managerId === undefined || problems.length > 0) return invalid(...problems);
  return accept({ ...texts, departmentId, managerId, ...readStanding(current, said) });
};

const readStanding = (current: Draft, { roles, isActive }: EmployeeChanges) => ({
  roles: roles === undefined ? current.roles : [...new Set(roles)],
  isActive: isActive ?? current.isActive,
});

type Texts = Pick<EmployeeDetails, 'name' | 'title' | 'email'>;

const readTexts = (current: Draft, said: EmployeeChanges): Texts => ({
  name: said.name === undefined ? current.name : (textOf(said.name) ?? ''),
  title: said.title === undefined ? current.title : textOf(said.title),
  email: said.email === undefined ? current.email : textOf(said.email),
});

const departmentProblems = (id: Id<'Department'> | null | undefined, said: EmployeeChanges): Problem[] => {
  if (id === null) return [required('departmentId')];
  return id === undefined ? [notAnId('departmentId', 'Department', said.departmentId ?? '')] : [];
};

const managerProblems = (id: EmployeeId | null | undefined, { managerId }: EmployeeChanges): Problem[] =>
  id === undefined ? [notAnId('managerId', 'Employee', managerId ?? '')] : [];

const textProblems = ({ name, title, email }: Texts): Problem[] => [
  ...(name === '' ? [required('name')] : []),
  ...tooLong('name', name),
  ...tooLong('title', title),
  ...(email !== null && !isEmail(email) ? [{ path: ['input', 'email'], problem: 'not-an-email' } as const] : []),
];

const roleProblems = (roles: readonly string[]): Problem[] => [
  ...(roles.length > MAX_ROLES ? [{ path: ['input', 'roles'], problem: 'too-many', max: MAX_ROLES } as const] : []),
  ...roles.flatMap((key, place) =>
    NOT_FOR_EMPLOYEES.includes(key)
      ? [{ ...roleAt(place), problem: 'not-allowed-here', because: `no employee can be ${key}` } as const]
      : [],
  ),
];

const roleAt = (place: number) => ({ path: ['input', 'roles', String(place)] });

/** Refuses roles that the company does not have, each by its place. */
export const checkRolesExist = (roles: readonly string[], known: readonly KnownRole[]): Result<null, InvalidInput> => {
  const problems = roles.flatMap((key, place) =>
    known.some((role) => role.key === key)
      ? []
      : [{ ...roleAt(place), problem: 'unknown', what: 'Role' } as const satisfies Problem],
  );
  return problems.length > 0 ? invalid(...problems) : accept(null);
};

type Standing = Pick<EmployeeDetails, 'roles' | 'isActive'>;
const rolesInForce = ({ roles, isActive }: Standing) => (isActive ? roles : []);

/** Whether the change gives somebody a role whose holders say what roles may do. */
export const givesPowerOverRoles = (before: Standing, after: Standing, known: readonly KnownRole[]) =>
  rolesInForce(after)
    .filter((key) => !rolesInForce(before).includes(key))
    .some((key) => known.some((role) => role.key === key && role.mayChangeRoles));

/** Whether an administrator stops being one. */
export const stopsBeingAdmin = (before: Standing, after: Standing) =>
  rolesInForce(before).includes(ADMIN) && !rolesInForce(after).includes(ADMIN);

/** Somebody must be left who can give permissions. */
export const lastAdmin = ({ isActive }: Standing): InvalidInput => ({
  kind: 'invalid-input',
  problems: [
    {
      path: ['input', isActive ? 'roles' : 'isActive'],
      problem: 'not-allowed-here',
      because: 'nobody else is an active ADMIN',
    },
  ],
});

export const OWN_MANAGER: InvalidInput = {
  kind: 'invalid-input',
  problems: [
    { path: ['input', 'managerId'], problem: 'not-allowed-here', because: 'the employee would be their own manager' },
  ],
};

export const unknown = (field: 'departmentId' | 'managerId', what: IdType): InvalidInput => ({
  kind: 'invalid-input',
  problems: [{ path: ['input', field], problem: 'unknown', what }],
});

const invalid = (...problems: readonly Problem[]) => refuse({ kind: 'invalid-input', problems } as const);

/** Trimmed; empty text means nothing. */
const textOf = (value: string | null | undefined) => {
  const text = value?.trim();
  return text === '' ? null : (text ?? null);
};

const required = (field: string): Problem => ({ path: ['input', field], problem: 'required' });

const tooLong = (field: keyof typeof LIMITS, value: string | null): Problem[] =>
  (value?.length ?? 0) > LIMITS[field] ? [{ path: ['input', field], problem: 'too-long', max: LIMITS[field] }] : [];

/** Undefined: what was said is not the id of such a thing. */
const readId = <Kind extends IdType>(type: Kind, said: string | null | undefined, current: Id<Kind> | null) => {
  if (said === undefined) return current;
  return said === null ? null : (parseId(type, said) ?? undefined);
};

const notAnId = (field: string, expected: IdType, value: string): Problem => ({
  path: ['input', field],
  problem: 'not-an-id',
  expected,
  actual: typeOfId(value),
});
