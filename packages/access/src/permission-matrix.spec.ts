import { BELOW_TEAM, COMPANY, DEPARTMENTS, OTHER_TEAM, TEAM, anActor, customer, employee } from './access.builder.ts';
import { accessFor } from './access.ts';
import { DEFAULT_ROLES } from './default-roles.ts';
import { buildDirectory } from './directory.ts';
import { type RecordFacts, type RecordShare, matches } from './predicate.ts';
import type { RoleDefinition } from './role.ts';
import { ACTIONS, type Action, type DataScope, RECORD_TYPES, type RecordType } from './vocabulary.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const ME = employee(1);
const OTHER = employee(4);
const MY_CUSTOMER = customer(1);
const MY_PARTNER = customer(2);
const elsewhere = { owner: OTHER, department: OTHER_TEAM, customer: customer(8), partner: customer(9) };

/** One record per way of standing to the actor. */
const RECORDS = {
  own: { ...elsewhere, owner: ME, department: TEAM },
  'own, kept in another department': { ...elsewhere, owner: ME },
  "teammate's": { ...elsewhere, owner: employee(2), department: TEAM },
  "child department's": { ...elsewhere, owner: employee(3), department: BELOW_TEAM },
  "parent department's": { ...elsewhere, owner: employee(5), department: COMPANY },
  "other's": elsewhere,
  'pool of the team': { ...elsewhere, owner: null, department: TEAM },
  'shared for reading': elsewhere,
  'shared for editing, with the team': elsewhere,
  'shared, but over': elsewhere,
  'shared with the partner': elsewhere,
  "the partner's": { ...elsewhere, partner: MY_PARTNER },
  "the customer's": { ...elsewhere, customer: MY_CUSTOMER },
} satisfies Record<string, RecordFacts>;
// Object.entries forgets the literal keys of the object right above.
const STANDINGS = Object.keys(RECORDS) as (keyof typeof RECORDS)[];
type Standing = (typeof STANDINGS)[number];

const shareOf = (type: RecordType, standing: Standing): RecordShare | null => {
  const share = { recordType: type, recordId: standing, until: null, level: 'READ' } as const;
  if (standing === 'shared for reading') return { ...share, granteeId: ME };
  if (standing === 'shared for editing, with the team') return { ...share, granteeId: TEAM, level: 'EDIT' };
  if (standing === 'shared, but over') return { ...share, granteeId: ME, level: 'EDIT', until: NOW };
  if (standing === 'shared with the partner') return { ...share, granteeId: MY_PARTNER };
  return null;
};

/** What each scope reaches, as one would tell a colleague; nothing of the code under test is used. */
const REACHED_BY_SCOPE: Record<Exclude<DataScope, 'ALL'>, readonly Standing[]> = {
  SHARED: [],
  OWN: ['own', 'own, kept in another department'],
  TEAM: ['own', 'own, kept in another department', "teammate's"],
  SUBTREE: ['own', 'own, kept in another department', "teammate's", "child department's"],
};
const REACHED_BY_SHARE: Partial<Record<Action, readonly Standing[]>> = {
  read: ['shared for reading', 'shared for editing, with the team'],
  update: ['shared for editing, with the team'],
};

const REACHED_IN_PORTAL: Record<string, Partial<Record<Action, readonly Standing[]>>> = {
  CUSTOMER: {},
  PARTNER: { read: ['shared with the partner'] },
};
const ALWAYS_IN_PORTAL: Record<string, Standing> = { CUSTOMER: "the customer's", PARTNER: "the partner's" };

const expectedInPortal = (role: string, type: RecordType, action: Action, standing: Standing): boolean =>
  (type === 'Product' && action === 'read') ||
  standing === ALWAYS_IN_PORTAL[role] ||
  (REACHED_IN_PORTAL[role]?.[action] ?? []).includes(standing);

const expected = (role: RoleDefinition, type: RecordType, action: Action, standing: Standing): boolean => {
  const scope = role.permissions[`${type}.${action}`];
  if (scope === undefined) return false;
  if (role.key in ALWAYS_IN_PORTAL) return expectedInPortal(role.key, type, action, standing);
  if (scope === 'ALL') return true;
  return [...REACHED_BY_SCOPE[scope], ...(REACHED_BY_SHARE[action] ?? [])].includes(standing);
};

const actorWith = ({ key }: RoleDefinition) =>
  anActor({
    employee: key === 'CUSTOMER' || key === 'PARTNER' ? null : ME,
    departmentPath: [COMPANY, TEAM],
    roles: [key],
    customer: key === 'CUSTOMER' ? MY_CUSTOMER : null,
    partner: key === 'PARTNER' ? MY_PARTNER : null,
  });

/** One of each scope, since the default roles do not use them all for every action. */
const ONE_SCOPE_EACH: readonly RoleDefinition[] = (['SHARED', 'OWN', 'TEAM', 'SUBTREE', 'ALL'] as const).map(
  (scope) => ({
    key: `EVERYTHING_${scope}`,
    name: scope,
    permissions: Object.fromEntries(
      RECORD_TYPES.flatMap((type) => ACTIONS.map((action) => [`${type}.${action}`, scope])),
    ),
    fields: {},
  }),
);

describe('the permission matrix', () => {
  const directory = buildDirectory({ departments: DEPARTMENTS, employees: [], roles: ONE_SCOPE_EACH });

  it.each([...DEFAULT_ROLES, ...ONE_SCOPE_EACH])(
    'holds for $key: every type, every action, every way a record can stand to the actor',
    (role) => {
      const { predicate } = accessFor(actorWith(role), directory);
      const surprises = RECORD_TYPES.flatMap((type) =>
        ACTIONS.flatMap((action) =>
          STANDINGS.filter((standing) => {
            const share = shareOf(type, standing);
            const facts = { ...RECORDS[standing], record: standing };
            const isReached = matches(predicate(type, action), facts, share ? [share] : [], NOW);
            return isReached !== expected(role, type, action, standing);
          }).map((standing) => `${type}.${action} on ${standing}`),
        ),
      );

      expect(surprises).toEqual([]);
    },
  );
});

describe('the roles a tenant starts with', () => {
  const scopesOf = (key: string, type: RecordType) => {
    const role = DEFAULT_ROLES.find((each) => each.key === key);
    return Object.fromEntries(
      ACTIONS.flatMap((action) => {
        const scope = role?.permissions[`${type}.${action}`];
        return scope ? [[action, scope]] : [];
      }),
    );
  };

  it('let a sales representative keep his own customers', () => {
    expect(scopesOf('SALES_REP', 'Customer')).toEqual({
      create: 'OWN',
      read: 'OWN',
      update: 'OWN',
      delete: 'OWN',
      restore: 'OWN',
      share: 'OWN',
    });
  });

  it('let a sales manager steer his department and those below', () => {
    expect(new Set(Object.values(scopesOf('SALES_MANAGER', 'Customer')))).toEqual(new Set(['SUBTREE']));
    expect(Object.keys(scopesOf('SALES_MANAGER', 'Customer'))).toEqual(expect.arrayContaining(['assign', 'merge']));
  });

  it.each(RECORD_TYPES)('let an auditor read everything and change nothing: %s', (type) => {
    expect(scopesOf('AUDITOR', type)).toEqual({ read: 'ALL' });
  });

  it.each(RECORD_TYPES)('let an administrator do everything: %s', (type) => {
    expect(scopesOf('ADMIN', type)).toEqual(Object.fromEntries(ACTIONS.map((action) => [action, 'ALL'])));
  });

  it('are those the product names, each once', () => {
    expect(DEFAULT_ROLES.map(({ key }) => key)).toEqual([
      'ADMIN',
      'SALES_REP',
      'SALES_MANAGER',
      'MARKETER',
      'AGENT',
      'TECHNICIAN',
      'FINANCE',
      'LEGAL',
      'ANALYST',
      'CUSTOMER',
      'PARTNER',
      'AUDITOR',
    ]);
  });
});
