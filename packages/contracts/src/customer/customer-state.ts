import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { impersonal, personal } from '../redacted.ts';
import { customerKind, id, instant, lifecycle } from './values.ts';

/** A customer as it is now. */
export const customerStateV1 = contract({
  type: 'customer.customer-state.v1',
  topic: 'crm.customer.customer.state.v1',
  aggregate: 'customer',
  description: 'A customer as it is now.',
  owner: 'customer',
  pii: 'personal',
  data: z.object({
    id,
    customerNo: impersonal(z.string()),
    kind: customerKind,
    name: personal(z.string()),
    shortName: personal(z.string().nullable()),
    industry: impersonal(z.string().nullable()),
    registrationNo: personal(z.string().nullable()),
    country: impersonal(z.string().nullable()),
    province: impersonal(z.string().nullable()),
    city: impersonal(z.string().nullable()),
    organizationType: impersonal(z.string().nullable().optional()),
    lifecycle,
    grade: impersonal(z.string().nullable()),
    source: impersonal(z.string().nullable()),
    parentId: id.nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isDeleted: z.boolean(),
    /** Why, as somebody wrote it. */
    deletedBecause: personal(z.string().nullable().optional()),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    customerNo: 'C-000042',
    kind: 'ORGANIZATION',
    name: '上海晨光贸易有限公司',
    shortName: '晨光',
    industry: 'TRADE',
    registrationNo: null,
    country: 'CN',
    province: '上海',
    city: '上海',
    organizationType: 'PRIVATE',
    lifecycle: 'PROSPECT',
    grade: 'A',
    source: 'FAIR',
    parentId: null,
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isDeleted: false,
    deletedBecause: null,
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type CustomerState = DataOf<typeof customerStateV1>;
