import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { changed } from './values.ts';

/** What we know of a customer changed. */
export const customerUpdatedV1 = contract({
  type: 'customer.customer-updated.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'What we know of a customer changed.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ changed }),
  example: { changed: ['name', 'industry'] },
});

export type CustomerUpdated = DataOf<typeof customerUpdatedV1>;
