export * from './access.ts';
export * from './cached-directory.ts';
export { DEFAULT_ROLES } from './default-roles.ts';
export * from './directory.ts';
export * from './mask.ts';
export * from './owner-place.ts';
export {
  type Condition,
  type Predicate,
  type RecordFacts,
  type RecordShare,
  type ShareLevel,
  matches,
} from './predicate.ts';
export * from './predicate-sql.ts';
export * from './projection.ts';
export * from './record-share.ts';
export { type RoleDefinition, type RoleProblem, type RoleRow, SYSTEM_ROLE, checkRole } from './role.ts';
export {
  ACTIONS,
  type Action,
  DATA_SCOPES,
  type DataScope,
  FIELD_RULES,
  type FieldName,
  type FieldRule,
  type Permission,
  RECORD_TYPES,
  type RecordType,
  permissionOf,
} from './vocabulary.ts';
export * from './caller.ts';
export * from './record-reach.ts';
export * from './questions.ts';
export * from './seen-once.ts';
