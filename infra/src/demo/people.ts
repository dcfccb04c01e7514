/** Somebody a sample token can be made for. Ids are of our own kind: see the registry in kernel. */
export type DemoPerson = {
  readonly tenant: string;
  readonly role: string;
  readonly subject: string;
  readonly name: string;
  /** Null: not (yet) an employee. */
  readonly employeeId: string | null;
  /** From the root department down to the person's own. */
  readonly departmentPath: readonly string[];
};

export type DemoTenant = { readonly key: string; readonly id: string; readonly name: string };

/** The two tenants of the demo company; `key` is what scripts and people call them by. */
export const DEMO_TENANTS = [
  { key: 'huaxia', id: '0191c000-0000-7f03-8000-000000000001', name: '华夏智造' },
  { key: 'northwind', id: '0191c000-0000-7f03-8000-000000000002', name: 'Northwind Traders' },
] as const satisfies readonly DemoTenant[];

const ROLES = [
  'ADMIN',
  'SALES_MANAGER',
  'SALES_REP',
  'MARKETER',
  'AGENT',
  'TECHNICIAN',
  'FINANCE',
  'LEGAL',
  'ANALYST',
  'AUDITOR',
] as const;

/** One person per role and tenant, before the demo company has departments and employees. */
export const firstPeople = (): readonly DemoPerson[] =>
  DEMO_TENANTS.flatMap(({ key }) =>
    ROLES.map((role) => ({
      tenant: key,
      role,
      subject: `${role.toLowerCase().replaceAll('_', '-')}@${key}`,
      name: role,
      employeeId: null,
      departmentPath: [],
    })),
  );
