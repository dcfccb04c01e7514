import { EntitySchema } from 'typeorm';

import type { Customer } from './customer.rules.ts';

type CustomerRow = { -readonly [Field in keyof Customer]: Customer[Field] };

const optional = (name: string) => ({ type: 'text', name, nullable: true }) as const;

export const CustomerEntity = new EntitySchema<CustomerRow>({
  name: 'Customer',
  tableName: 'customer',
  columns: {
    id: { type: 'uuid', primary: true },
    customerNo: { type: 'text', name: 'customer_no' },
    kind: { type: 'text' },
    name: { type: 'text' },
    shortName: optional('short_name'),
    familyName: optional('family_name'),
    givenName: optional('given_name'),
    gender: optional('gender'),
    birthday: { type: 'date', nullable: true },
    maritalStatus: optional('marital_status'),
    industry: optional('industry'),
    registrationNo: optional('registration_no'),
    country: optional('country'),
    province: optional('province'),
    city: optional('city'),
    size: optional('size'),
    organizationType: optional('organization_type'),
    website: optional('website'),
    parentId: { type: 'uuid', name: 'parent_id', nullable: true },
    lifecycle: { type: 'text' },
    lifecyclePinReason: optional('lifecycle_pin_reason'),
    grade: optional('grade'),
    source: optional('source'),
    ownerId: { type: 'uuid', name: 'owner_id', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'uuid', name: 'created_by', nullable: true },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: { type: 'uuid', name: 'updated_by', nullable: true },
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
    deletedBecause: optional('deleted_because'),
    erasedAt: { type: 'timestamptz', name: 'erased_at', nullable: true },
  },
});
