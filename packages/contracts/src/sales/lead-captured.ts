import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id, leadStatus } from './values.ts';

/** Somebody showed interest and became a lead. */
export const leadCapturedV1 = contract({
  type: 'sales.lead-captured.v1',
  topic: 'crm.sales.lead.fact.v1',
  aggregate: 'lead',
  description: 'Somebody showed interest and became a lead.',
  owner: 'sales',
  pii: 'none',
  data: z.object({
    leadNo: z.string(),
    status: leadStatus,
    source: z.string().nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
  }),
  example: {
    leadNo: 'L-000042',
    status: 'ASSIGNED',
    source: 'FAIR',
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
  },
});

export type LeadCaptured = DataOf<typeof leadCapturedV1>;
