import type { Identity } from '@crm/graphql/assertion';
import { GATEWAY_SCOPE, type Result, accept, idOf, refuse } from '@crm/kernel';

import type { ServiceAccounts } from './service-accounts.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of an identity that stays the same from request to request. */
export type Person = Omit<Identity, 'requestId' | 'traceparent'>;

/**
 * Who the claims of a verified access token describe. Refused without a tenant or a subject: nothing in the product
 * belongs to nobody. Roles and scopes that are not text are dropped, never guessed; so is the gateway's own scope.
 * A program's client id may stand for company and roles, where its issuer knows neither.
 */
export const personOf = (
  claimed: Readonly<Record<string, unknown>>,
  serviceAccounts: ServiceAccounts = {},
): Result<Person, 'no-tenant' | 'no-subject'> => {
  const claims = withAccount(claimed, serviceAccounts);
  const tenant = text(claims.tenant);
  const subject = text(claims.sub);
  if (!UUID.test(tenant)) return refuse('no-tenant');
  if (!subject) return refuse('no-subject');
  const [employee, customer, partner] = [text(claims.employee_id), text(claims.customer_id), text(claims.partner_id)];
  return accept({
    tenant: idOf<'Tenant'>(tenant),
    subject,
    employee: employee ? idOf<'Employee'>(employee) : null,
    departmentPath: texts(claims.department_path).map((each) => idOf<'Department'>(each)),
    roles: texts(claims.roles),
    scopes: text(claims.scope).split(' ').filter(mayBeClaimed),
    customer: customer ? idOf<'Customer'>(customer) : null,
    partner: partner ? idOf<'Customer'>(partner) : null,
  });
};

/** The account counts only where the token itself names no company: what the issuer vouches for goes first. */
const withAccount = (claims: Readonly<Record<string, unknown>>, accounts: ServiceAccounts) => {
  if (claims.tenant !== undefined) return claims;
  // RFC 9068 calls it client_id; OpenID Connect, azp.
  const client = text(claims.client_id) || text(claims.azp);
  const account = Object.hasOwn(accounts, client) ? accounts[client] : undefined;
  return account ? { ...claims, tenant: account.tenant, roles: account.roles } : claims;
};

const mayBeClaimed = (scope: string) => scope !== '' && scope !== GATEWAY_SCOPE;

const text = (claim: unknown) => (typeof claim === 'string' ? claim : '');
const texts = (claim: unknown) =>
  Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string' && each !== '') : [];
