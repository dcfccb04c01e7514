import { type RoleDefinition, type RoleProblem, checkRole } from '@crm/access';
import { type Id, type Problem, type Result, accept, refuse } from '@crm/kernel';

export type RoleId = Id<'Role'>;

/** A role of the company's own, as it stands. */
export type Role = RoleDefinition & {
  readonly id: RoleId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says a role may do. */
export type SaidRole = {
  readonly key: string;
  readonly name: string;
  readonly permissions: readonly { readonly permission: string; readonly scope: string }[];
  readonly fieldRules: readonly { readonly field: string; readonly rule: string }[];
};

const KEY = /^[A-Z][A-Z0-9_]*$/;
const MAX_LENGTH = { key: 60, name: 100 } as const;
/** What administrators keep: otherwise nobody could take the change back. */
const ADMIN_KEEPS = ['Role.read', 'Role.update'] as const;

/** Reads a role; refuses what this product does not know, each by its place in the input. */
export const draftRole = (said: SaidRole): Result<RoleDefinition, InvalidInput> => {
  const checked = checkRole({
    key: said.key,
    name: said.name.trim(),
    permissions: Object.fromEntries(said.permissions.map(({ permission, scope }) => [permission, scope])),
    fields: Object.fromEntries(said.fieldRules.map(({ field, rule }) => [field, rule])),
  });
  const problems = [
    ...keyProblems(said),
    ...nameProblems(said),
    ...repeats(said),
    ...(checked.ok ? adminProblems(checked.value) : checked.refusal.map((problem) => problemOf(problem, said))),
  ];
  return checked.ok && problems.length === 0 ? checked : refuse({ kind: 'invalid-input', problems });
};

/** Whether two definitions of a role say the same. */
export const isSameRole = (one: RoleDefinition, other: RoleDefinition) => canonical(one) === canonical(other);

const canonical = ({ name, permissions, fields }: RoleDefinition) =>
  JSON.stringify([name, Object.entries(permissions).toSorted(), Object.entries(fields).toSorted()]);

/** The version a role is at; 0 while the company uses it as it ships, or has none of this key. */
export const checkVersion = (
  current: Pick<Role, 'version'> | null,
  expectedVersion: number,
): Result<null, { readonly kind: 'conflict'; readonly currentVersion: number }> => {
  const currentVersion = current?.version ?? 0;
  return currentVersion === expectedVersion ? accept(null) : refuse({ kind: 'conflict', currentVersion });
};

const keyProblems = ({ key }: SaidRole): Problem[] => [
  ...(KEY.test(key)
    ? []
    : [notAllowed(['key'], 'a key has capitals, digits and underscores, and begins with a capital')]),
  ...tooLong('key', key),
];

const nameProblems = ({ name }: SaidRole): Problem[] => [
  ...(name.trim() === '' ? [{ path: ['input', 'name'], problem: 'required' } as const] : []),
  ...tooLong('name', name.trim()),
];

const tooLong = (field: 'key' | 'name', value: string): Problem[] =>
  value.length > MAX_LENGTH[field] ? [{ path: ['input', field], problem: 'too-long', max: MAX_LENGTH[field] }] : [];

/** Of two rules about one thing only one could hold, and nobody would see which. */
const repeats = ({ permissions, fieldRules }: SaidRole): Problem[] => [
  ...repeatsIn(permissions.map(({ permission }) => permission)).map(({ name, place }) =>
    notAllowed(['permissions', place, 'permission'], `${name} is named twice`),
  ),
  ...repeatsIn(fieldRules.map(({ field }) => field)).map(({ name, place }) =>
    notAllowed(['fieldRules', place, 'field'], `${name} is named twice`),
  ),
];

const repeatsIn = (names: readonly string[]) =>
  names.flatMap((name, place) => (names.indexOf(name) < place ? [{ name, place: String(place) }] : []));

const adminProblems = ({ key, permissions }: RoleDefinition): Problem[] =>
  key === 'ADMIN'
    ? ADMIN_KEEPS.filter((permission) => permissions[permission] !== 'ALL').map((permission) =>
        notAllowed(['permissions'], `administrators keep ${permission} with scope ALL`),
      )
    : [];

const problemOf = (problem: RoleProblem, said: SaidRole): Problem => {
  switch (problem.kind) {
    case 'reserved-key':
      return notAllowed(['key'], `${problem.key} is the product itself`);
    case 'unknown-permission':
      return notAllowed(
        [...permissionAt(said, problem.permission), 'permission'],
        `${problem.permission} is no permission`,
      );
    case 'unknown-scope':
      return notAllowed([...permissionAt(said, problem.permission), 'scope'], `${problem.scope} is no scope`);
    case 'unknown-field-type':
      return notAllowed([...fieldAt(said, problem.field), 'field'], `${problem.field} is no field`);
    case 'unknown-field-rule':
      return notAllowed([...fieldAt(said, problem.field), 'rule'], `${problem.rule} is no field rule`);
  }
};

const permissionAt = ({ permissions }: SaidRole, permission: string) => [
  'permissions',
  String(permissions.findIndex((each) => each.permission === permission)),
];

const fieldAt = ({ fieldRules }: SaidRole, field: string) => [
  'fieldRules',
  String(fieldRules.findIndex((each) => each.field === field)),
];

const notAllowed = (path: readonly string[], because: string): Problem => ({
  path: ['input', ...path],
  problem: 'not-allowed-here',
  because,
});
