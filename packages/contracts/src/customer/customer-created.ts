import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { customerKind, id, lifecycle } from './values.ts';

/** A company or a person became known to us. */
export const customerCreatedV1 = contract({
  type: 'customer.customer-created.v1',
  topic: 'crm.customer.customer.fact.v1',
  aggregate: 'customer',
  description: 'A company or a person became known to us.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    kind: customerKind,
    customerNo: z.string(),
    lifecycle,
    source: z.string().nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
  }),
  example: {
    kind: 'ORGANIZATION',
    customerNo: 'C-000042',
    lifecycle: 'PROSPECT',
    source: 'FAIR',
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type CustomerCreated = DataOf<typeof customerCreatedV1>;
