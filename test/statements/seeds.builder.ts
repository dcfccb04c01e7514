import { type IdType, newId } from '@crm/kernel';

import type { Column } from '../isolation/databases.builder.ts';
import { someValue } from '../isolation/databases.builder.ts';

/** A row of an entity: its table, and SQL for the columns of which not just any value will do. */
export type Seed = { readonly table: string; readonly key: string; readonly columns: Readonly<Record<string, string>> };

const id = (type: IdType) => `'${newId(type)}'`;
const CUSTOMER = id('Customer');
/** Who asks: what is somebody's own is his. */
export const ASKING = newId('Employee');
const EMPLOYEE = `'${ASKING}'`;
const DEPARTMENT = id('Department');
const CONTACT = id('Contact');

const seed = (table: string, type: IdType, columns: Seed['columns'] = {}): Seed => ({
  table,
  key: 'id',
  columns: { id: type === 'Customer' ? CUSTOMER : type === 'Employee' ? EMPLOYEE : id(type), ...columns },
});

/** By service: a row of every entity it answers for, each that needs another after it. */
export const SEEDS: Readonly<Record<string, Readonly<Record<string, readonly Seed[]>>>> = {
  customer: {
    Customer: [seed('customer', 'Customer', { kind: `'ORGANIZATION'`, lifecycle: `'ACTIVE'`, name: `'Acme'` })],
    Contact: [seed('contact', 'Contact', { id: CONTACT, customer_id: CUSTOMER, name: `'Li'` })],
    Department: [seed('department', 'Department', { id: DEPARTMENT, name: `'Sales'` })],
    Employee: [
      seed('employee', 'Employee', {
        name: `'Wang'`,
        department_id: DEPARTMENT,
        roles: `'{ADMIN}'`,
      }),
    ],
    Notification: [
      seed('notification', 'Notification', {
        recipient_id: EMPLOYEE,
        kind: `'CUSTOMER_ASSIGNED'`,
        subject_id: CUSTOMER,
        actor_id: EMPLOYEE,
      }),
    ],
    ApiKey: [seed('api_key', 'ApiKey', { name: `'Shop'`, roles: `'{}'`, scopes: `'{}'` })],
    PersonalDataErasure: [
      seed('personal_data_erasure', 'PersonalDataErasure', { contact_id: CONTACT, subjects: `'[]'` }),
    ],
    Role: [
      {
        table: 'role',
        key: 'key',
        columns: { key: `'HELPER'`, name: `'Helper'`, permissions: `'{}'`, fields: `'{}'` },
      },
    ],
  },
  sales: { Lead: [seed('lead', 'Lead', { name: `'Li'`, status: `'NEW'` })] },
  'catalog-pricing': { Product: [seed('product', 'Product', { name: `'Truck'`, kind: `'GOODS'`, status: `'DRAFT'` })] },
  'contract-order': {
    Contract: [
      seed('contract', 'Contract', {
        customer_id: CUSTOMER,
        name: `'Trucks'`,
        type: `'ANNUAL'`,
        status: `'DRAFT'`,
        currency: `'CNY'`,
      }),
    ],
    Customer: [],
  },
  service: {
    ServiceRequest: [
      seed('service_request', 'ServiceRequest', {
        customer_id: CUSTOMER,
        subject: `'Broken'`,
        kind: `'QUESTION'`,
        channel: `'PHONE'`,
        impact: `'LOW'`,
        urgency: `'LOW'`,
        priority: `'LOW'`,
        status: `'NEW'`,
      }),
    ],
    Customer: [],
  },
  marketing: {
    Campaign: [
      seed('campaign', 'Campaign', { name: `'Spring'`, type: `'EVENT'`, status: `'PLANNED'`, channels: `'{}'` }),
    ],
  },
  analytics: {
    Customer: [
      { table: 'analytics_generation', key: '', columns: { current: '1' } },
      seed('dim_customer', 'Customer', {
        generation: '1',
        is_gone: 'false',
        is_deleted: 'false',
        name: `'Acme'`,
        kind: `'ORGANIZATION'`,
        lifecycle: `'ACTIVE'`,
        created_at: 'now()',
      }),
    ],
    TimelineEntry: [
      seed('timeline_entry', 'TimelineEntry', {
        generation: '1',
        customer_id: CUSTOMER,
        type: `'customer.customer-updated.v1'`,
        subject_type: `'Customer'`,
        subject_id: CUSTOMER,
        data: `'{}'`,
      }),
    ],
  },
};

/** Writes the row: what the table needs besides is anything of its type. */
export const insertOf = ({ table, columns }: Seed, needed: readonly Column[]): string => {
  const given = { ...Object.fromEntries(needed.map(({ name, type }) => [name, someValue(type)])), ...columns };
  const names = Object.keys(given).map((name) => `"${name}"`);
  return `insert into ${table} (${names.join(', ')}) values (${Object.values(given).join(', ')})`;
};
