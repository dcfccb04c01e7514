import { type Actor, type Result, accept, refuse } from '@crm/kernel';

import type { TenantDirectory } from './directory.ts';
import { type Grants, unite } from './grants.ts';
import { type MaskKind, mask } from './mask.ts';
import { ALL, type Predicate } from './predicate.ts';
import { type Reach, employeeReach, isPortal, portalReach, portalRolesIn } from './reach.ts';
import type { RoleDefinition } from './role.ts';
import { type Action, type FieldRule, type Permission, type RecordType, permissionOf } from './vocabulary.ts';

/** Not allowed to do, as opposed to not allowed to see: that looks as if it did not exist. */
export type Forbidden = { readonly kind: 'forbidden'; readonly permission: Permission };

/** What one actor may do, see and ask for. Good for one request: roles change. */
export type Access = {
  /** Whether there can be any record he may do it to. */
  readonly can: (type: RecordType, action: Action) => boolean;
  /** Refuses, naming the permission, what he may do to no record at all. */
  readonly require: (type: RecordType, action: Action) => Result<null, Forbidden>;
  /** The records he may do it to. For `create`: the records he may bring about; ask `matches` with the new row. */
  readonly predicate: (type: RecordType, action: Action) => Predicate;
  /** Null: no restriction. */
  readonly fieldRule: (type: RecordType, field: string) => FieldRule | null;
  readonly hides: (type: RecordType, field: string) => boolean;
  readonly masks: (type: RecordType, field: string) => boolean;
  /** Whether he may not write the field: what one does not see in full one does not write either. */
  readonly readOnly: (type: RecordType, field: string) => boolean;
  /** Whether he may filter, sort, group and search by the field: doing so with a hidden one would uncover it. */
  readonly queryable: (type: RecordType, field: string) => boolean;
  /** The field's value as he may see it: null when hidden, masked when masked. */
  readonly shown: (type: RecordType, field: string, value: string | null, kind: MaskKind) => string | null;
};

/**
 * What the actor may do in his tenant. Several roles give their union. SYSTEM is no role here, so a token that claims it
 * gains nothing; the product's own work uses `systemAccess`.
 */
export const accessFor = (actor: Actor, directory: TenantDirectory): Access => {
  const roles = directory.rolesOf(actor);
  if (isPortal(actor, roles)) {
    const portalRoles = portalRolesIn(roles);
    return accessOf(portalReach(actor, portalRoles), grantsOf(directory, portalRoles));
  }
  const grants = grantsOf(directory, roles);
  return accessOf(employeeReach(actor, directory, grants.scopeOf), grants);
};

/**
 * Everything: for reactions to events, timers and replays, which act for the product and not for somebody. Handed over
 * by the code that starts such work; nothing that a request brings along leads to it.
 */
export const systemAccess: Access = {
  can: () => true,
  require: () => accept(null),
  predicate: () => ALL,
  fieldRule: () => null,
  hides: () => false,
  masks: () => false,
  readOnly: () => false,
  queryable: () => true,
  shown: (_type, _field, value) => value,
};

const accessOf = (reach: Reach, grants: Grants): Access => {
  const compiled = new Map<Permission, Predicate>();
  const predicate: Access['predicate'] = (type, action) => {
    const permission = permissionOf(type, action);
    const known = compiled.get(permission);
    if (known) return known;
    const fresh = reach(type, action);
    compiled.set(permission, fresh);
    return fresh;
  };
  const can: Access['can'] = (type, action) => predicate(type, action).kind !== 'none';
  const hides: Access['hides'] = (type, field) => grants.fieldRuleOf(type, field) === 'HIDDEN';
  const masks: Access['masks'] = (type, field) => grants.fieldRuleOf(type, field) === 'MASKED';

  return {
    can,
    require: (type, action) =>
      can(type, action) ? accept(null) : refuse({ kind: 'forbidden', permission: permissionOf(type, action) }),
    predicate,
    fieldRule: grants.fieldRuleOf,
    hides,
    masks,
    readOnly: (type, field) => grants.fieldRuleOf(type, field) !== null,
    queryable: (type, field) => !hides(type, field) && !masks(type, field),
    shown: (type, field, value, kind) => {
      if (value === null || hides(type, field)) return null;
      return masks(type, field) ? mask(value, kind) : value;
    },
  };
};

/** Combinations of roles are few and requests are many: each combination is united once per directory. */
const united = new WeakMap<TenantDirectory, Map<string, Grants>>();

const grantsOf = (directory: TenantDirectory, roles: readonly RoleDefinition[]): Grants => {
  const known = united.get(directory) ?? new Map<string, Grants>();
  united.set(directory, known);
  const combination = JSON.stringify(roles.map(({ key }) => key).toSorted());
  const grants = known.get(combination) ?? unite(roles);
  known.set(combination, grants);
  return grants;
};
