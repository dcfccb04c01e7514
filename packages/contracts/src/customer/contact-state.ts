import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { impersonal, personal } from '../redacted.ts';
import { id, instant } from './values.ts';

/** A contact as it is now. */
export const contactStateV1 = contract({
  type: 'customer.contact-state.v1',
  topic: 'crm.customer.contact.state.v1',
  aggregate: 'contact',
  description: 'A contact as it is now.',
  owner: 'customer',
  pii: 'personal',
  data: z.object({
    id,
    customerId: id,
    name: personal(z.string()),
    title: personal(z.string().nullable()),
    department: personal(z.string().nullable()),
    buyingRole: impersonal(z.string().nullable()),
    influence: impersonal(z.int().nullable()),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isPersonOfCustomer: z.boolean(),
    isDeleted: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7102-8a2b-3f9d5e6a7b8c',
    customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
    name: 'Li Wei',
    title: 'Head of purchasing',
    department: 'Purchasing',
    buyingRole: 'DECISION_MAKER',
    influence: 5,
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isPersonOfCustomer: false,
    isDeleted: false,
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type ContactState = DataOf<typeof contactStateV1>;
