import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** An API key was withdrawn before its time. */
export const apiKeyRevokedV1 = contract({
  type: 'customer.api-key-revoked.v1',
  topic: 'crm.customer.api-key.fact.v1',
  aggregate: 'api-key',
  description: 'An API key was withdrawn before its time.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ ownerId: id.nullable() }),
  example: { ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c' },
});

export type ApiKeyRevoked = DataOf<typeof apiKeyRevokedV1>;
