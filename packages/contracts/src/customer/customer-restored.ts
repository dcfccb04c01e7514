import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { customerKind } from './values.ts';

/** A deleted customer was taken back. */
export const customerRestoredV1 = contract({
  type: 'customer.customer-restored.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'A deleted customer was taken back.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ kind: customerKind }),
  example: { kind: 'PERSON' },
});

export type CustomerRestored = DataOf<typeof customerRestoredV1>;
