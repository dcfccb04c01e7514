import { EntitySchema } from 'typeorm';

import type { Contact } from './contact.rules.ts';

type ContactRow = { -readonly [Field in keyof Contact]: Contact[Field] };

export const ContactEntity = new EntitySchema<ContactRow>({
  name: 'Contact',
  tableName: 'contact',
  columns: {
    id: { type: 'uuid', primary: true },
    customerId: { type: 'uuid', name: 'customer_id' },
    isPersonOfCustomer: { type: 'boolean', name: 'is_person_of_customer' },
    name: { type: 'text' },
    title: { type: 'text', nullable: true },
    department: { type: 'text', nullable: true },
    buyingRole: { type: 'text', name: 'buying_role', nullable: true },
    influence: { type: 'smallint', nullable: true },
    attitude: { type: 'text', nullable: true },
    reportsToId: { type: 'uuid', name: 'reports_to_id', nullable: true },
    ownerId: { type: 'uuid', name: 'owner_id', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'uuid', name: 'created_by', nullable: true },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: { type: 'uuid', name: 'updated_by', nullable: true },
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
    erasedAt: { type: 'timestamptz', name: 'erased_at', nullable: true },
  },
});
