import type { Identity } from '@crm/graphql/assertion';
import { type Result, accept, idOf, refuse } from '@crm/kernel';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of an identity that stays the same from request to request. */
export type Person = Omit<Identity, 'requestId' | 'traceparent'>;

/**
 * Who the claims of a verified access token describe. Refused without a tenant or a subject: nothing in the product
 * belongs to nobody. Roles and scopes that are not text are dropped, never guessed.
 */
export const personOf = (claims: Readonly<Record<string, unknown>>): Result<Person, 'no-tenant' | 'no-subject'> => {
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
    scopes: text(claims.scope).split(' ').filter(Boolean),
    customer: customer ? idOf<'Customer'>(customer) : null,
    partner: partner ? idOf<'Customer'>(partner) : null,
  });
};

const text = (claim: unknown) => (typeof claim === 'string' ? claim : '');
const texts = (claim: unknown) =>
  Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string' && each !== '') : [];
