import { type LoggedFact, dimensionOf, entryOf, recordTypeOf } from './star.rules.ts';

const happened = (aggregateType: string, data: LoggedFact['data']): LoggedFact => ({
  eventId: 'event',
  type: `spec.${aggregateType}-changed.v1`,
  aggregateType,
  aggregateId: 'it',
  aggregateVersion: 1,
  occurredAt: new Date(0),
  actor: 'zhang.min',
  data,
});

describe('the timeline an event belongs on', () => {
  it('is a customer’s own', () => {
    expect(entryOf(happened('customer', {}))).toMatchObject({
      customerId: 'it',
      subjectType: 'Customer',
      subjectId: 'it',
    });
  });

  it('is that of the customer which it names', () => {
    expect(entryOf(happened('service-request', { customerId: 'acme' }))).toMatchObject({
      customerId: 'acme',
      subjectType: 'ServiceRequest',
      subjectId: 'it',
    });
  });

  it('is that of the customer which was shared', () => {
    expect(entryOf(happened('record-share', { recordType: 'Customer', recordId: 'acme' }))).toMatchObject({
      customerId: 'acme',
      subjectType: 'Customer',
      subjectId: 'acme',
    });
  });

  it('is nobody’s when it touched no customer, or a record that no role speaks of', () => {
    expect(entryOf(happened('department', {}))).toBeNull();
    expect(entryOf(happened('weather', { customerId: 'acme' }))).toBeNull();
  });
});

describe('what a state keeps up to date', () => {
  const state = { aggregateId: 'it', version: 2 };

  it('is who may see what belongs to a customer', () => {
    const data = { customerId: 'acme', ownerId: 'rep', name: 'Li Wei', isDeleted: true };
    expect(dimensionOf({ ...state, aggregateType: 'contact', data })).toEqual({
      kind: 'record',
      type: 'Contact',
      id: 'it',
      version: 2,
      isGone: false,
      customerId: 'acme',
      ownerId: 'rep',
      departmentId: null,
      isDeleted: true,
    });
  });

  it('is that it belongs to no customer any more', () => {
    expect(dimensionOf({ ...state, aggregateType: 'lead', data: { customerId: null } })).toMatchObject({
      kind: 'record',
      customerId: null,
    });
  });

  it('is nothing but its end after a tombstone', () => {
    expect(dimensionOf({ ...state, aggregateType: 'customer', data: null })).toEqual({
      kind: 'customer',
      id: 'it',
      version: 2,
      isGone: true,
    });
  });

  it('is nothing for records that no customer has', () => {
    expect(dimensionOf({ ...state, aggregateType: 'product', data: { name: 'Pump' } })).toBeNull();
    expect(recordTypeOf('record-share')).toBeNull();
  });
});
