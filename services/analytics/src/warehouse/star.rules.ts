import { RECORD_TYPES, type RecordType } from '@crm/access';

/** What a fact or a state says, without its envelope. What is in it depends on the contract. */
export type Said = Readonly<Record<string, unknown>>;

/** A fact as the log keeps it. */
export type LoggedFact = {
  readonly eventId: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly data: Said;
};

/** What a record was when it was last heard of; without data it is gone for good. */
export type LatestState = {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly data: Said | null;
};

/** One line of a customer's timeline. */
export type Entry = {
  readonly eventId: string;
  readonly customerId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly aggregateVersion: number;
  readonly actor: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: Said;
};

type Dimension<Kind extends string, Row> = {
  readonly kind: Kind;
  readonly id: string;
  readonly version: number;
  readonly isGone: boolean;
} & Readonly<Partial<Row>>;

export type CustomerRow = Dimension<
  'customer',
  {
    customerNo: string | null;
    customerKind: string | null;
    name: string | null;
    lifecycle: string | null;
    ownerId: string | null;
    departmentId: string | null;
    isDeleted: boolean;
    createdAt: string | null;
  }
>;

/** Anything else that belongs to a customer: who may see it, and so what happened to it. */
export type RecordRow = Dimension<
  'record',
  { customerId: string | null; ownerId: string | null; departmentId: string | null; isDeleted: boolean }
> & { readonly type: RecordType };

export type EmployeeRow = Dimension<
  'employee',
  { subject: string | null; departmentId: string | null; isActive: boolean }
>;

export type DimensionRow = CustomerRow | RecordRow | EmployeeRow;

const text = (data: Said, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' ? value : null;
};

/** The type of record behind an aggregate: `service-request` is a `ServiceRequest`; null when nobody may see such. */
export const recordTypeOf = (aggregateType: string): RecordType | null => {
  const name = aggregateType.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return RECORD_TYPES.find((type) => type === name) ?? null;
};

/** To share a record is to do something to that record; the share itself is nothing one looks at. */
const subjectOf = ({ aggregateType, aggregateId, data }: LoggedFact) =>
  aggregateType === 'record-share'
    ? { subjectType: text(data, 'recordType'), subjectId: text(data, 'recordId') }
    : { subjectType: recordTypeOf(aggregateType), subjectId: aggregateId };

/**
 * The customer's timeline that a fact belongs on: of a customer, its own; of anything else, that of the customer it
 * names. Null: it touched no customer.
 */
export const entryOf = (fact: LoggedFact): Entry | null => {
  const { subjectType, subjectId } = subjectOf(fact);
  if (!subjectType || !subjectId) return null;
  const customerId = subjectType === 'Customer' ? subjectId : text(fact.data, 'customerId');
  if (!customerId) return null;
  const { eventId, type, occurredAt, aggregateVersion, actor, data } = fact;
  return { eventId, customerId, type, occurredAt, aggregateVersion, actor, subjectType, subjectId, data };
};

/** The row that a state keeps up to date; null for records that no question is asked about yet. */
export const dimensionOf = (state: LatestState): DimensionRow | null => {
  const { aggregateType, aggregateId: id, version, data } = state;
  const known = { id, version, isGone: data === null };
  if (aggregateType === 'customer') return { kind: 'customer', ...known, ...(data && customerValues(data)) };
  if (aggregateType === 'employee') return { kind: 'employee', ...known, ...(data && employeeValues(data)) };
  const type = recordTypeOf(aggregateType);
  if (!type || !mayBelong(state)) return null;
  return { kind: 'record', type, ...known, ...(data && recordValues(data)) };
};

/** To a customer: now, or once and later to none. What is gone may have belonged to one. */
const mayBelong = ({ data }: LatestState) => data === null || 'customerId' in data;

const customerValues = (data: Said) => ({
  customerNo: text(data, 'customerNo'),
  customerKind: text(data, 'kind'),
  name: text(data, 'name'),
  lifecycle: text(data, 'lifecycle'),
  createdAt: text(data, 'createdAt'),
  ...ownership(data),
});

const recordValues = (data: Said) => ({ customerId: text(data, 'customerId'), ...ownership(data) });

const ownership = (data: Said) => ({
  ownerId: text(data, 'ownerId'),
  departmentId: text(data, 'departmentId'),
  isDeleted: data['isDeleted'] === true,
});

const employeeValues = (data: Said) => ({
  subject: text(data, 'subject'),
  departmentId: text(data, 'departmentId'),
  isActive: data['isActive'] === true,
});
