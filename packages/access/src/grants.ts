import type { RoleDefinition } from './role.ts';
import {
  ACTIONS,
  type Action,
  type DataScope,
  type FieldRule,
  type RecordType,
  mildest,
  permissionOf,
  widest,
} from './vocabulary.ts';

/** What some roles give together: the widest scope and the mildest field rule of any of them. */
export type Grants = {
  readonly scopeOf: (type: RecordType, action: Action) => DataScope | null;
  readonly fieldRuleOf: (type: RecordType, field: string) => FieldRule | null;
};

export const unite = (roles: readonly RoleDefinition[]): Grants => {
  const readersOf = remember((type: RecordType) => judgesOf(type, roles));
  return {
    scopeOf: (type, action) =>
      roles.map(({ permissions }) => permissions[permissionOf(type, action)] ?? null).reduce(widest, null),
    fieldRuleOf: (type, field) => {
      const [first, ...others] = readersOf(type).map(({ fields }) => fields[`${type}.${field}`] ?? null);
      return first === undefined ? 'HIDDEN' : others.reduce(mildest, first);
    },
  };
};

/**
 * The roles that decide on a type's fields: those that may read it. A role without a word on customers has no rule on
 * their phone numbers either, and must not uncover them for a role that has. If none reads, all that do anything with it.
 */
const judgesOf = (type: RecordType, roles: readonly RoleDefinition[]) => {
  const mayDo = (actions: readonly Action[]) =>
    roles.filter(({ permissions }) => actions.some((action) => permissions[permissionOf(type, action)]));
  const readers = mayDo(['read']);
  return readers.length > 0 ? readers : mayDo(ACTIONS);
};

const remember = <Key, Value>(compute: (key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key: Key): Value => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};
