import type { RoleDefinition } from './role.ts';
import {
  ACTIONS,
  type Action,
  type DataScope,
  type FieldRule,
  RECORD_TYPES,
  type RecordType,
  permissionOf,
} from './vocabulary.ts';

type Permissions = RoleDefinition['permissions'];

const allow = (scope: DataScope, types: readonly RecordType[], actions: readonly Action[]): Permissions =>
  Object.fromEntries(types.flatMap((type) => actions.map((action) => [permissionOf(type, action), scope])));

const fields = (rule: FieldRule, types: readonly RecordType[], names: readonly string[]): RoleDefinition['fields'] =>
  Object.fromEntries(types.flatMap((type) => names.map((name) => [`${type}.${name}`, rule])));

const PARTIES = ['Customer', 'Contact'] as const;
/** Who works here and what we sell: every employee looks these up. */
const DIRECTORY = ['Employee', 'Department', 'Product'] as const;
const KEEP = ['create', 'read', 'update', 'delete', 'restore', 'share'] as const;
const STEER = [...KEEP, 'assign', 'merge', 'import', 'export', 'allowDuplicate'] as const;

const lookUp = allow('ALL', DIRECTORY, ['read']);
const CONTACT_POINTS = ['phone', 'fax', 'email', 'contactPoints', 'addresses'] as const;
const PRIVATE_LIFE = ['birthday', 'gender', 'maritalStatus'] as const;
/** What we think of a customer is not for the customer. */
const OUR_JUDGEMENT = ['grade', 'source', 'lifecycle', 'tags', 'groups'] as const;

const SALES_REP: RoleDefinition = {
  key: 'SALES_REP',
  name: 'Sales representative',
  permissions: {
    ...lookUp,
    ...allow('OWN', [...PARTIES, 'Lead'], KEEP),
    ...allow('OWN', ['Contract'], ['create', 'read', 'update']),
    ...allow('OWN', ['ServiceRequest'], ['create', 'read']),
    ...allow('OWN', ['Timeline'], ['read']),
    ...allow('ALL', ['Campaign'], ['read']),
  },
  fields: {},
};

const SALES_MANAGER: RoleDefinition = {
  key: 'SALES_MANAGER',
  name: 'Sales manager',
  permissions: {
    ...lookUp,
    ...allow('SUBTREE', [...PARTIES, 'Lead'], STEER),
    ...allow('SUBTREE', ['Contract'], [...KEEP, 'assign', 'export', 'approve']),
    ...allow('SUBTREE', ['ServiceRequest'], ['create', 'read']),
    ...allow('SUBTREE', ['Timeline'], ['read']),
    ...allow('ALL', ['Campaign'], ['read']),
  },
  fields: {},
};

const MARKETER: RoleDefinition = {
  key: 'MARKETER',
  name: 'Marketer',
  permissions: {
    ...lookUp,
    ...allow('ALL', [...PARTIES, 'Timeline'], ['read']),
    ...allow('ALL', ['Lead'], ['create', 'read', 'update', 'import', 'export']),
    ...allow('ALL', ['Campaign'], [...STEER, 'approve']),
  },
  fields: fields('HIDDEN', ['Customer'], ['registrationNo']),
};

const AGENT: RoleDefinition = {
  key: 'AGENT',
  name: 'Service agent',
  permissions: {
    ...lookUp,
    ...allow('ALL', PARTIES, ['create', 'read', 'update']),
    ...allow('TEAM', ['ServiceRequest'], [...KEEP, 'assign']),
    ...allow('ALL', ['Contract', 'Timeline'], ['read']),
  },
  fields: {},
};

const TECHNICIAN: RoleDefinition = {
  key: 'TECHNICIAN',
  name: 'Field technician',
  permissions: {
    ...lookUp,
    ...allow('ALL', PARTIES, ['read']),
    ...allow('OWN', ['ServiceRequest'], ['read', 'update']),
  },
  fields: fields('HIDDEN', PARTIES, [...PRIVATE_LIFE, ...OUR_JUDGEMENT, 'registrationNo']),
};

const FINANCE: RoleDefinition = {
  key: 'FINANCE',
  name: 'Finance',
  permissions: {
    ...lookUp,
    ...allow('ALL', [...PARTIES, 'Timeline'], ['read']),
    ...allow('ALL', ['Customer'], ['export', 'overrideCredit']),
    ...allow('ALL', ['Contract'], ['read', 'export', 'approve']),
  },
  fields: fields('HIDDEN', PARTIES, PRIVATE_LIFE),
};

const LEGAL: RoleDefinition = {
  key: 'LEGAL',
  name: 'Legal',
  permissions: {
    ...lookUp,
    ...allow('ALL', [...PARTIES, 'Timeline'], ['read']),
    // Requests for erasure reach the lawyers; they are not asked to be administrators for it.
    ...allow('ALL', ['Contact'], ['erase']),
    ...allow('ALL', ['Contract'], ['read', 'update', 'export', 'approve']),
  },
  fields: fields('HIDDEN', PARTIES, PRIVATE_LIFE),
};

const ANALYST: RoleDefinition = {
  key: 'ANALYST',
  name: 'Analyst',
  permissions: allow('ALL', RECORD_TYPES, ['read', 'export']),
  fields: {
    ...fields('MASKED', [...PARTIES, 'Lead', 'Employee'], CONTACT_POINTS),
    ...fields('HIDDEN', PARTIES, PRIVATE_LIFE),
  },
};

/** Portal roles: whatever the scope says, a customer reaches its own records only, a partner those shared with it. */
const CUSTOMER: RoleDefinition = {
  key: 'CUSTOMER',
  name: 'Customer portal',
  permissions: {
    ...allow('OWN', ['Customer'], ['read', 'update']),
    ...allow('OWN', ['Contact', 'ServiceRequest'], ['create', 'read', 'update']),
    ...allow('OWN', ['Contract'], ['read']),
    ...allow('ALL', ['Product'], ['read']),
  },
  fields: fields('HIDDEN', PARTIES, OUR_JUDGEMENT),
};

const PARTNER: RoleDefinition = {
  key: 'PARTNER',
  name: 'Partner portal',
  permissions: {
    ...allow('SHARED', ['Customer', 'Contact'], ['read', 'update']),
    ...allow('SHARED', ['Lead', 'ServiceRequest'], ['create', 'read', 'update']),
    ...allow('SHARED', ['Contract'], ['read']),
    ...allow('ALL', ['Product'], ['read']),
  },
  fields: { ...fields('HIDDEN', PARTIES, OUR_JUDGEMENT), ...fields('HIDDEN', PARTIES, PRIVATE_LIFE) },
};

/** What a tenant starts with. A role of the same key in the tenant's directory replaces one of these. */
export const DEFAULT_ROLES: readonly RoleDefinition[] = [
  { key: 'ADMIN', name: 'Administrator', permissions: allow('ALL', RECORD_TYPES, ACTIONS), fields: {} },
  SALES_REP,
  SALES_MANAGER,
  MARKETER,
  AGENT,
  TECHNICIAN,
  FINANCE,
  LEGAL,
  ANALYST,
  CUSTOMER,
  PARTNER,
  { key: 'AUDITOR', name: 'Auditor', permissions: allow('ALL', RECORD_TYPES, ['read']), fields: {} },
];
