import fc from 'fast-check';

import { anActor, customer, department, employee, id } from './access.builder.ts';
import { buildDirectory } from './directory.ts';
import type { RecordShare } from './predicate.ts';
import { DATA_SCOPES } from './vocabulary.ts';

const PEOPLE = [1, 2, 3, 4];
const PLACES = [1, 2, 3, 4, 5, 6];
const COMPANIES = [1, 2, 3];
export const RECORDS = Array.from({ length: 12 }, (_, nth) => id(0x201, nth + 1));
const ROLES = ['ONE', 'OTHER', 'CUSTOMER', 'PARTNER'];

const person = fc.constantFrom(...PEOPLE).map(employee);
const place = fc.constantFrom(...PLACES).map(department);
const company = fc.constantFrom(...COMPANIES).map(customer);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** Any parents, so circles and orphans too: news of departments arrive out of order. */
const departments = fc
  .array(orNull(place), { minLength: PLACES.length, maxLength: PLACES.length })
  .map((parents) => parents.map((parentId, at) => ({ id: department(at + 1), parentId })));

const role = (key: string) =>
  fc
    .record(
      { 'Lead.read': fc.constantFrom(...DATA_SCOPES), 'Lead.update': fc.constantFrom(...DATA_SCOPES) },
      { requiredKeys: [] },
    )
    .map((permissions) => ({ key, permissions, fields: {} }));

const employees = fc.array(
  fc.record({
    id: person,
    departmentId: orNull(place),
    active: fc.boolean(),
    roles: fc.subarray(ROLES),
  }),
  { maxLength: 3 },
);

export const anyDirectory = fc
  .record({ departments, employees, roles: fc.tuple(...ROLES.map(role)) })
  .map(buildDirectory);

const actor = fc
  .record({
    employee: orNull(person),
    departmentPath: fc.array(place, { maxLength: 3 }),
    roles: fc.subarray(ROLES, { minLength: 1 }),
    customer: fc.option(company, { nil: null, freq: 1 }),
    partner: fc.option(company, { nil: null, freq: 1 }),
  })
  .map(anActor);

/** An employee most of the time: everything that is interesting about owners and departments is his. */
export const anyActor = fc.oneof(
  { arbitrary: actor.map((each) => ({ ...each, customer: null, partner: null, roles: ['ONE', 'OTHER'] })), weight: 3 },
  { arbitrary: actor, weight: 1 },
);

export const anyRecords = fc
  .array(
    fc.record({
      owner: orNull(person),
      department: orNull(place),
      customer: orNull(company),
      partner: orNull(company),
    }),
    { minLength: RECORDS.length, maxLength: RECORDS.length },
  )
  .map((rows) => rows.flatMap((row, at) => (RECORDS[at] ? [{ ...row, record: RECORDS[at] }] : [])));

export const NOW = new Date();
const A_YEAR = 365 * 86_400_000;
const YESTERYEAR = new Date(NOW.getTime() - A_YEAR);
const NEXT_YEAR = new Date(NOW.getTime() + A_YEAR);

export const anyShares = fc.uniqueArray(
  fc.record<RecordShare>({
    recordType: fc.constantFrom('Lead', 'Contact'),
    recordId: fc.constantFrom(...RECORDS),
    granteeId: fc.oneof(person, place, company),
    level: fc.constantFrom('READ', 'EDIT'),
    until: fc.constantFrom(null, YESTERYEAR, NEXT_YEAR),
  }),
  { maxLength: 8, selector: ({ recordType, recordId, granteeId }) => [recordType, recordId, granteeId].join() },
);
