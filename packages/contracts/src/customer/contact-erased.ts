import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** The personal data of a contact were erased for good; its id stays, and what others did with it. */
export const contactErasedV1 = contract({
  type: 'customer.contact-erased.v1',
  topic: 'crm.customer.contact.fact.v1',
  aggregate: 'contact',
  description: 'The personal data of a contact were erased for good; its id stays.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ customerId: id, wasDeleted: z.boolean() }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', wasDeleted: false },
});

export type ContactErased = DataOf<typeof contactErasedV1>;
