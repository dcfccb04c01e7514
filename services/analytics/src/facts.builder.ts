import {
  type Contract,
  type DataOf,
  type Delivered,
  contactCreatedV1,
  contactStateV1,
  customerCreatedV1,
  customerStateV1,
  employeeStateV1,
  recordShareStateV1,
} from '@crm/contracts';
import { type Id, newId } from '@crm/kernel';

type Told = {
  readonly id: string;
  readonly version?: number;
  readonly at?: string;
  readonly actor?: string;
};

/** A fact as a consumer receives it. */
export const told = <C extends Contract>(
  promise: C,
  tenant: Id<'Tenant'>,
  { id, version = 1, at = '2026-11-01T09:00:00.000Z', actor = 'zhang.min' }: Told,
  data: DataOf<C> | null,
): Delivered<C> => {
  const eventId = newId('Event');
  return {
    type: promise.type,
    eventId,
    tenant,
    aggregate: { type: promise.aggregate, id, version },
    occurredAt: new Date(at),
    data,
    actor,
    correlationId: eventId,
    causationId: null,
    traceparent: null,
  };
};

type Owned = { readonly ownerId?: string | null; readonly departmentId?: string | null };

/** A customer's state; the example of the contract, with what matters said. */
export const customerState = (tenant: Id<'Tenant'>, about: Told, { ownerId = null, departmentId = null }: Owned = {}) =>
  told(customerStateV1, tenant, about, {
    ...customerStateV1.example,
    id: about.id,
    createdAt: '2026-11-01T09:00:00.000Z',
    ownerId,
    departmentId,
  });

export const customerCreated = (tenant: Id<'Tenant'>, about: Told) =>
  told(customerCreatedV1, tenant, about, customerCreatedV1.example);

export const contactCreated = (tenant: Id<'Tenant'>, customerId: string, about: Told) =>
  told(contactCreatedV1, tenant, about, { customerId, isPersonOfCustomer: false });

export const contactState = (
  tenant: Id<'Tenant'>,
  customerId: string,
  about: Told,
  { ownerId = null, departmentId = null }: Owned = {},
) =>
  told(contactStateV1, tenant, about, { ...contactStateV1.example, id: about.id, customerId, ownerId, departmentId });

export const employeeState = (tenant: Id<'Tenant'>, about: Told, subject: string) =>
  told(employeeStateV1, tenant, about, { ...employeeStateV1.example, id: about.id, subject, roles: ['SALES_REP'] });

export const shareState = (tenant: Id<'Tenant'>, customerId: string, granteeId: string) =>
  told(
    recordShareStateV1,
    tenant,
    { id: newId('RecordShare') },
    { ...recordShareStateV1.example, recordId: customerId, granteeId },
  );

/** All that is told when a customer and a contact of the same owner become known. */
export const companyWithContact = (tenant: Id<'Tenant'>, owned: Owned = {}) => {
  const [id, contact] = [newId('Customer'), newId('Contact')];
  return {
    id,
    contact,
    facts: [
      customerState(tenant, { id }, owned),
      contactState(tenant, id, { id: contact }, owned),
      customerCreated(tenant, { id }),
      contactCreated(tenant, id, { id: contact, at: '2026-11-02T09:00:00.000Z' }),
    ],
  };
};
