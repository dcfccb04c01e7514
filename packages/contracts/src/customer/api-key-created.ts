import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, instant } from './values.ts';

/** An API key was made. Neither it nor anything it could be found by is told. */
export const apiKeyCreatedV1 = contract({
  type: 'customer.api-key-created.v1',
  topic: 'crm.customer.api-key.fact.v1',
  aggregate: 'api-key',
  description: 'An API key was made. Neither it nor anything it could be found by is told.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    ownerId: id.nullable(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    expiresAt: instant,
  }),
  example: {
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    roles: ['MARKETER'],
    scopes: ['crm:read', 'crm:write'],
    expiresAt: '2027-05-22T09:30:00.000Z',
  },
});

export type ApiKeyCreated = DataOf<typeof apiKeyCreatedV1>;
