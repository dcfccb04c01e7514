import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A person we deal with at a customer became known. */
export const contactCreatedV1 = contract({
  type: 'customer.contact-created.v1',
  topic: 'crm.customer.contact.fact.v1',
  aggregate: 'contact',
  description: 'A person we deal with at a customer became known.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ customerId: id, isPersonOfCustomer: z.boolean() }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', isPersonOfCustomer: false },
});

export type ContactCreated = DataOf<typeof contactCreatedV1>;
