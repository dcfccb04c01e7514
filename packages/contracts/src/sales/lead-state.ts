import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { impersonal, personal } from '../redacted.ts';
import { id, instant, leadStatus } from './values.ts';

/** A lead as it is now. */
export const leadStateV1 = contract({
  type: 'sales.lead-state.v1',
  topic: 'crm.sales.lead.state.v1',
  aggregate: 'lead',
  description: 'A lead as it is now.',
  owner: 'sales',
  pii: 'personal',
  data: z.object({
    id,
    leadNo: impersonal(z.string()),
    name: personal(z.string()),
    company: personal(z.string().nullable()),
    title: personal(z.string().nullable()),
    phone: personal(z.string().nullable()),
    email: personal(z.string().nullable()),
    country: impersonal(z.string().nullable()),
    region: impersonal(z.string().nullable()),
    industry: impersonal(z.string().nullable()),
    source: impersonal(z.string().nullable()),
    status: leadStatus,
    disqualifiedBecause: personal(z.string().nullable()),
    firstContactAt: instant.nullable(),
    lastContactAt: instant.nullable(),
    ownerId: id.nullable(),
    departmentId: id.nullable(),
    isDeleted: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
  example: {
    id: '0199a3c0-7e1f-7201-8a2b-3f9d5e6a7b8c',
    leadNo: 'L-000042',
    name: '李伟',
    company: '上海晨光贸易有限公司',
    title: '采购经理',
    phone: '+8613812345678',
    email: 'li.wei@example.com',
    country: 'CN',
    region: '华东',
    industry: 'TRADE',
    source: 'FAIR',
    status: 'CONTACTED',
    disqualifiedBecause: null,
    firstContactAt: '2026-11-22T09:30:00.000Z',
    lastContactAt: '2026-11-22T09:30:00.000Z',
    ownerId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    departmentId: '0199a3c0-7e1f-7104-8a2b-3f9d5e6a7b8c',
    isDeleted: false,
    createdAt: '2026-11-21T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:00.000Z',
  },
});

export type LeadState = DataOf<typeof leadStateV1>;
