import { type Result, accept, refuse } from '@crm/kernel';

import {
  ACTIONS,
  DATA_SCOPES,
  type DataScope,
  FIELD_RULES,
  type FieldName,
  type FieldRule,
  type Permission,
  RECORD_TYPES,
} from './vocabulary.ts';

/** A role as a tenant edits it. A permission or field that is not named is not granted, or not restricted. */
export type RoleDefinition = {
  readonly key: string;
  readonly name: string;
  readonly permissions: Readonly<Partial<Record<Permission, DataScope>>>;
  readonly fields: Readonly<Record<FieldName, FieldRule>>;
};

/** A role as it is stored or arrives on a topic: written by any version of the product, hence not trusted. */
export type RoleRow = {
  readonly key: string;
  readonly name?: string | null;
  readonly permissions: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
};

/** The product itself. No directory gives it and no token can: see `systemAccess`. */
export const SYSTEM_ROLE = 'SYSTEM';

export type RoleProblem =
  | { readonly kind: 'reserved-key'; readonly key: string }
  | { readonly kind: 'unknown-permission'; readonly permission: string }
  | { readonly kind: 'unknown-scope'; readonly permission: string; readonly scope: string }
  | { readonly kind: 'unknown-field-type'; readonly field: string }
  | { readonly kind: 'unknown-field-rule'; readonly field: string; readonly rule: string };

const isOneOf =
  <Name extends string>(names: readonly Name[]) =>
  (name: string): name is Name =>
    names.some((known) => known === name);

const isScope = isOneOf(DATA_SCOPES);
const isFieldRule = isOneOf(FIELD_RULES);
const isRecordType = isOneOf(RECORD_TYPES);
const isPermission = isOneOf(RECORD_TYPES.flatMap((type) => ACTIONS.map((action): Permission => `${type}.${action}`)));
const isFieldName = (name: string): name is FieldName => {
  const [type = '', field = ''] = name.split('.', 2);
  return isRecordType(type) && field !== '';
};

/** Checks an edited role before it is saved. Refuses with every problem at once. */
export const checkRole = (row: RoleRow): Result<RoleDefinition, readonly RoleProblem[]> => {
  const problems = [
    ...(row.key === SYSTEM_ROLE ? [{ kind: 'reserved-key', key: row.key } as const] : []),
    ...Object.entries(row.permissions).flatMap(permissionProblems),
    ...Object.entries(row.fields).flatMap(fieldProblems),
  ];
  return problems.length > 0 ? refuse(problems) : accept(readRole(row));
};

const permissionProblems = ([permission, scope]: [string, string]): RoleProblem[] => [
  ...(isPermission(permission) ? [] : [{ kind: 'unknown-permission', permission } as const]),
  ...(isScope(scope) ? [] : [{ kind: 'unknown-scope', permission, scope } as const]),
];

const fieldProblems = ([field, rule]: [string, string]): RoleProblem[] => [
  ...(isFieldName(field) ? [] : [{ kind: 'unknown-field-type', field } as const]),
  ...(isFieldRule(rule) ? [] : [{ kind: 'unknown-field-rule', field, rule } as const]),
];

/**
 * Reads a stored role and never gives more than was understood: an unknown permission or scope grants nothing,
 * an unknown field rule hides.
 */
export const readRole = ({ key, name, permissions, fields }: RoleRow): RoleDefinition => ({
  key,
  name: name ?? key,
  permissions: Object.fromEntries(
    Object.entries(permissions).filter(([permission, scope]) => isPermission(permission) && isScope(scope)),
  ),
  fields: Object.fromEntries(
    Object.entries(fields).map(([field, rule]) => [field, isFieldRule(rule) ? rule : 'HIDDEN']),
  ),
});
