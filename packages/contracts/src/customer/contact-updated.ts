import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed, id } from './values.ts';

/** What we know of a contact changed. */
export const contactUpdatedV1 = contract({
  type: 'customer.contact-updated.v1',
  topic: 'crm.customer.contact.fact.v1',
  aggregate: 'contact',
  description: 'What we know of a contact changed.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ customerId: id, changed }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c', changed: ['title'] },
});

export type ContactUpdated = DataOf<typeof contactUpdatedV1>;
