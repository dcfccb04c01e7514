import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** The personal data of a person customer were erased for good, with those of its contact; its id and number stay. */
export const customerErasedV1 = contract({
  type: 'customer.customer-erased.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'The personal data of a person customer were erased for good; its id and number stay.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ contactId: id }),
  example: { contactId: '0199a3c0-7e1f-7102-8a2b-3f9d5e6a7b8c' },
});

export type CustomerErased = DataOf<typeof customerErasedV1>;
