import { EntitySchema } from 'typeorm';

import type { Lead } from './lead.rules.ts';

type LeadRow = { -readonly [Field in keyof Lead]: Lead[Field] };

const optional = { type: 'text', nullable: true } as const;

export const LeadEntity = new EntitySchema<LeadRow>({
  name: 'Lead',
  tableName: 'lead',
  columns: {
    id: { type: 'uuid', primary: true },
    leadNo: { type: 'text', name: 'lead_no' },
    name: { type: 'text' },
    company: optional,
    title: optional,
    phone: optional,
    email: optional,
    country: optional,
    region: optional,
    industry: optional,
    source: optional,
    status: { type: 'text' },
    disqualifiedBecause: { type: 'text', name: 'disqualified_because', nullable: true },
    firstContactAt: { type: 'timestamptz', name: 'first_contact_at', nullable: true },
    lastContactAt: { type: 'timestamptz', name: 'last_contact_at', nullable: true },
    ownerId: { type: 'uuid', name: 'owner_id', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'uuid', name: 'created_by', nullable: true },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: { type: 'uuid', name: 'updated_by', nullable: true },
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
  },
});
