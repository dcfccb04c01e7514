import { randomUUID } from 'node:crypto';

import type { Identity } from '@crm/graphql';
import { type Id, idOf, newId } from '@crm/kernel';

/** A company of its own: what one spec does, no other sees. */
export const aTenant = (): Id<'Tenant'> => newId('Tenant');

/** Somebody of a tenant who asks, with roles. */
export const somebody = (tenant: Id<'Tenant'>, roles: readonly string[], more: Partial<Identity> = {}): Identity => ({
  tenant,
  subject: `somebody-${randomUUID()}`,
  employee: null,
  departmentPath: [],
  roles,
  scopes: [],
  customer: null,
  partner: null,
  requestId: randomUUID(),
  traceparent: null,
  ...more,
});

/** The service account that sets a company up: an administrator who is nobody's colleague. */
export const administrator = (tenant: Id<'Tenant'>) => somebody(tenant, ['ADMIN']);

/** An employee as a token describes one. */
export const anEmployee = (
  tenant: Id<'Tenant'>,
  employee: string,
  roles: readonly string[],
  path: readonly string[] = [],
) =>
  somebody(tenant, roles, {
    employee: idOf<'Employee'>(employee),
    departmentPath: path.map((each) => idOf<'Department'>(each)),
  });
