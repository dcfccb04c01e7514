import { type Actor, idOf } from '@crm/kernel';

import type { DirectoryRows } from './directory.ts';

/** A readable id for tests: `id(0x103, 7)`. */
export const id = (type: number, nth: number) =>
  `01900000-0000-7${type.toString(16)}-8000-${nth.toString(16).padStart(12, '0')}`;
export const employee = (nth: number) => idOf<'Employee'>(id(0x103, nth));
export const department = (nth: number) => idOf<'Department'>(id(0x104, nth));
export const customer = (nth: number) => idOf<'Customer'>(id(0x101, nth));

export const TENANT = idOf<'Tenant'>(id(0xf03, 1));

/** An employee of no department and no role, unless said otherwise. */
export const anActor = (more: Partial<Actor> = {}): Actor => ({
  tenant: TENANT,
  subject: 'somebody',
  employee: null,
  departmentPath: [],
  roles: [],
  scopes: [],
  customer: null,
  partner: null,
  requestId: 'request-1',
  causedBy: null,
  traceparent: null,
  ...more,
});

export const COMPANY = department(1);
export const TEAM = department(2);
export const BELOW_TEAM = department(3);
export const OTHER_TEAM = department(4);

/** Company → team → below the team; company → other team. */
export const DEPARTMENTS: DirectoryRows['departments'] = [
  { id: BELOW_TEAM, parentId: TEAM },
  { id: TEAM, parentId: COMPANY },
  { id: COMPANY, parentId: null },
  { id: OTHER_TEAM, parentId: COMPANY },
];
