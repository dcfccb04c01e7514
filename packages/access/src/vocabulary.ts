/** Everything a permission can be about. One list: a new aggregate adds its name here and its defaults to the roles. */
export const RECORD_TYPES = [
  'Customer',
  'Contact',
  'Employee',
  'Department',
  'Role',
  'ApiKey',
  'Lead',
  'Product',
  'Contract',
  'ServiceRequest',
  'Campaign',
  'Timeline',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** What can be done to a record. Only `read` and `update` reach records that were shared. */
export const ACTIONS = [
  'create',
  'read',
  'update',
  'delete',
  'restore',
  'assign',
  'share',
  'merge',
  'import',
  'export',
  'approve',
  'allowDuplicate',
  'overrideCredit',
  'erase',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Which records a permission reaches, from the fewest to all: each scope contains the one before. */
export const DATA_SCOPES = ['SHARED', 'OWN', 'TEAM', 'SUBTREE', 'ALL'] as const;
export type DataScope = (typeof DATA_SCOPES)[number];

/** What a role may not do with a field, from the strictest. No rule: the field is shown and written like the record. */
export const FIELD_RULES = ['HIDDEN', 'MASKED', 'READ_ONLY'] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

export type Permission = `${RecordType}.${Action}`;
export type FieldName = `${RecordType}.${string}`;

export const permissionOf = (type: RecordType, action: Action): Permission => `${type}.${action}`;

/** The wider of two scopes; null is no scope at all. */
export const widest = (one: DataScope | null, other: DataScope | null): DataScope | null => {
  if (one === null) return other;
  if (other === null) return one;
  return DATA_SCOPES.indexOf(one) >= DATA_SCOPES.indexOf(other) ? one : other;
};

/** The more permissive of two field rules; null is no rule, hence the most permissive. */
export const mildest = (one: FieldRule | null, other: FieldRule | null): FieldRule | null => {
  if (one === null || other === null) return null;
  return FIELD_RULES.indexOf(one) >= FIELD_RULES.indexOf(other) ? one : other;
};
