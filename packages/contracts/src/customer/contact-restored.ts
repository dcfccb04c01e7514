import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** A deleted contact was taken back. */
export const contactRestoredV1 = contract({
  type: 'customer.contact-restored.v1',
  topic: 'crm.customer.contact.fact.v1',
  aggregate: 'contact',
  description: 'A deleted contact was taken back.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ customerId: id }),
  example: { customerId: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c' },
});

export type ContactRestored = DataOf<typeof contactRestoredV1>;
