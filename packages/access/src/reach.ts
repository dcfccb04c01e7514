import type { Actor } from '@crm/kernel';

import type { TenantDirectory } from './directory.ts';
import { ALL, type Condition, NONE, type Predicate, type ShareLevel, anyOf } from './predicate.ts';
import type { RoleDefinition } from './role.ts';
import { type Action, type DataScope, type RecordType, permissionOf } from './vocabulary.ts';

/** Turns the scope of one permission into the records it reaches. */
export type Reach = (type: RecordType, action: Action) => Predicate;

/** What a share of a record lets its grantee do. Anything else needs a scope: a share gives away neither life nor owner. */
const SHARED_FOR: Partial<Record<Action, ShareLevel>> = { read: 'READ', update: 'EDIT' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Ids come from tokens of any issuer: what is not an id reaches nothing, instead of breaking the query. */
const isUuid = (id: string | null): id is string => id !== null && UUID.test(id);

const sharedWith = (type: RecordType, action: Action, grantees: readonly string[]): Condition[] => {
  const level = SHARED_FOR[action];
  return level && grantees.length > 0 ? [{ kind: 'sharedWith', type, grantees, level }] : [];
};

/** Employees and service accounts: by owner, department, share. */
export const employeeReach = (
  actor: Actor,
  directory: TenantDirectory,
  scopeOf: (type: RecordType, action: Action) => DataScope | null,
): Reach => {
  const path: readonly string[] = directory.placeOf(actor).filter(isUuid);
  const home = path.at(-1);
  const own: Condition[] = isUuid(actor.employee) ? [{ kind: 'ownedBy', employee: actor.employee }] : [];
  const within = (departments: readonly string[]): Condition[] =>
    departments.length > 0 ? [{ kind: 'inDepartments', departments }] : [];

  const byScope: Record<Exclude<DataScope, 'ALL'>, () => readonly Condition[]> = {
    SHARED: () => [],
    OWN: () => own,
    TEAM: () => [...own, ...within(home ? [home] : [])],
    SUBTREE: () => [...own, ...within(home ? directory.subtreeOf(home).filter(isUuid) : [])],
  };
  const grantees = [...(isUuid(actor.employee) ? [actor.employee] : []), ...path];

  return (type, action) => {
    const scope = scopeOf(type, action);
    if (scope === null) return NONE;
    if (scope === 'ALL') return ALL;
    return anyOf([...byScope[scope](), ...sharedWith(type, action, grantees)]);
  };
};

const PORTAL_ROLES = ['CUSTOMER', 'PARTNER'] as const;

/** The same for everybody: the only types of which a portal role's ALL means all. */
const CATALOGUE: readonly RecordType[] = ['Product'];

/** Whoever stands for a customer or a partner is a portal user, whatever other roles the token or a tenant gives him. */
export const isPortal = (actor: Actor, roles: readonly RoleDefinition[]) =>
  actor.customer !== null || actor.partner !== null || portalRolesIn(roles).length > 0;

/** The only roles that count for a portal user. */
export const portalRolesIn = (roles: readonly RoleDefinition[]) =>
  roles.filter(({ key }) => PORTAL_ROLES.some((portal) => portal === key));

/** Portal users: the customer's own records, or those of the partner and shared with it. No employee's scope applies. */
export const portalReach = (actor: Actor, roles: readonly RoleDefinition[]): Reach => {
  const conditionsOf = (role: RoleDefinition, type: RecordType, action: Action): readonly Condition[] =>
    role.key === 'CUSTOMER' ? ofCustomer(actor) : ofPartner(actor, type, action);

  return (type, action) => {
    const granting = roles.filter(({ permissions }) => permissions[permissionOf(type, action)]);
    const isOpen = granting.some(({ permissions }) => permissions[permissionOf(type, action)] === 'ALL');
    if (isOpen && action === 'read' && CATALOGUE.includes(type)) return ALL;
    return anyOf(granting.flatMap((role) => conditionsOf(role, type, action)));
  };
};

const ofCustomer = ({ customer }: Actor): readonly Condition[] =>
  isUuid(customer) ? [{ kind: 'customerIs', customer }] : [];

const ofPartner = ({ partner }: Actor, type: RecordType, action: Action): readonly Condition[] =>
  isUuid(partner) ? [{ kind: 'partnerIs', partner }, ...sharedWith(type, action, [partner])] : [];
