import { type Id, type Problem, type Result, accept, parseId, refuse, typeOfId } from '@crm/kernel';

export type ApiKeyId = Id<'ApiKey'>;

/** What a key may be for, as requests carry it. */
export const SCOPES = { READ: 'crm:read', WRITE: 'crm:write', KEYS: 'crm:keys' } as const;
export type ScopeName = keyof typeof SCOPES;
/** What people sign in for: everything that they may do. */
const ALL_SCOPES = 'crm';

/** A key as it stands, without the secret: nobody has that but its holder. */
export type ApiKey = {
  readonly id: ApiKeyId;
  readonly name: string;
  /** Null: the company's own. */
  readonly ownerId: Id<'Employee'> | null;
  /** The owner's, when the key was made. */
  readonly departmentId: Id<'Department'> | null;
  readonly roles: readonly string[];
  readonly scopes: readonly ScopeName[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type SaidKey = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly scopes: readonly ScopeName[];
  readonly expiresAt: Date;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

const LIMITS = { name: 100, roles: 20 } as const;
const DAY_MS = 86_400_000;
const LONGEST_MS = 366 * DAY_MS;
/** Roles of the portal and of the product itself. */
const NOT_FOR_KEYS: readonly string[] = ['CUSTOMER', 'PARTNER', 'SYSTEM'];

/** Reads what is said of a new key; refuses with every mistake, each by its place in the input. */
export const draftKey = (said: SaidKey, now: Date): Result<SaidKey, InvalidInput> => {
  const name = said.name.trim();
  const roles = [...new Set(said.roles)];
  const problems = [
    ...nameProblems(name),
    ...(roles.length === 0 ? [required('roles')] : []),
    ...(roles.length > LIMITS.roles
      ? [{ path: ['input', 'roles'], problem: 'too-many', max: LIMITS.roles } as const]
      : []),
    ...roles
      .filter((key) => NOT_FOR_KEYS.includes(key))
      .map((key) => notAllowed('roles', `${key} is not for API keys`)),
    ...(said.scopes.length === 0 ? [required('scopes')] : []),
    ...expiryProblems(said.expiresAt, now),
  ];
  if (problems.length > 0) return refuse({ kind: 'invalid-input', problems });
  return accept({ name, roles, scopes: [...new Set(said.scopes)], expiresAt: said.expiresAt });
};

const nameProblems = (name: string): Problem[] => {
  if (name === '') return [required('name')];
  return name.length > LIMITS.name ? [{ path: ['input', 'name'], problem: 'too-long', max: LIMITS.name }] : [];
};

const expiryProblems = (expiresAt: Date, now: Date): Problem[] => {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return [notAllowed('expiresAt', 'it is over already')];
  return left > LONGEST_MS ? [notAllowed('expiresAt', 'a key lasts a year at most')] : [];
};

/** Whoever makes a key gives no more than he came with himself: a key that may only read makes none that writes. */
export const checkScopes = (
  scopes: readonly ScopeName[],
  held: readonly string[],
): Result<null, { readonly kind: 'forbidden'; readonly permission: string }> => {
  if (held.includes(ALL_SCOPES)) return accept(null);
  const missing = scopes.map((each) => SCOPES[each]).find((scope) => !held.includes(scope));
  return missing ? refuse({ kind: 'forbidden', permission: missing }) : accept(null);
};

/** Whose roles a new key may have. */
type Held = {
  readonly owner: readonly string[];
  /** Of the key that makes it for its own owner; null when it is made by a person, or by who may give any role. */
  readonly maker: readonly string[] | null;
};

/** Of an owner's key, the roles must be the owner's: and a key gives none that it has not itself. */
export const checkRoles = (roles: readonly string[], { owner, maker }: Held): Result<null, InvalidInput> => {
  const problems = roles.flatMap((key) => {
    if (!owner.includes(key)) return [notAllowed('roles', `the owner of the key does not have ${key}`)];
    return maker?.includes(key) === false ? [notAllowed('roles', `the key that makes it does not have ${key}`)] : [];
  });
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(null);
};

/** Whether anybody signs in with it. */
export const isGood = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  revokedAt === null && expiresAt.getTime() > now.getTime();

/** What a key can use of its roles: of an owner's, those that the owner still has. Null: the owner has left. */
export const usableRoles = (
  { ownerId, roles }: Pick<ApiKey, 'ownerId' | 'roles'>,
  ownerHolds: readonly string[] | null,
): readonly string[] | null => {
  if (ownerId === null) return roles;
  return ownerHolds && roles.filter((key) => ownerHolds.includes(key));
};

/** The id of a thing of one kind; refused by name when it is of another. */
export const readId = <Kind extends 'ApiKey' | 'Employee'>(
  kind: Kind,
  field: string,
  said: string,
): Result<Id<Kind>, InvalidInput> => {
  const id = parseId(kind, said);
  if (id) return accept(id);
  const problem = { path: ['input', field], problem: 'not-an-id', expected: kind, actual: typeOfId(said) } as const;
  return refuse({ kind: 'invalid-input', problems: [problem] });
};

const required = (field: string): Problem => ({ path: ['input', field], problem: 'required' });

const notAllowed = (field: string, because: string): Problem => ({
  path: ['input', field],
  problem: 'not-allowed-here',
  because,
});
