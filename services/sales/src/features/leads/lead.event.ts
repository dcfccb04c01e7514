import {
  type AggregateAt,
  fact,
  leadAssignedV1,
  leadCapturedV1,
  leadContactedV1,
  leadDeletedV1,
  leadDisqualifiedV1,
  leadNurturedV1,
  leadQualifiedV1,
  leadReopenedV1,
  leadRestoredV1,
  leadStateV1,
  leadUpdatedV1,
} from '@crm/contracts';

import type { Lead } from './lead.rules.ts';

/** A lead before and after a change. */
type Change = { readonly before: Lead; readonly after: Lead };

const moveOf = ({ before, after }: Change) => ({ from: before.status, to: after.status });

export const leadCaptured = (at: AggregateAt, { leadNo, status, source, ownerId, departmentId, updatedAt }: Lead) =>
  fact(leadCapturedV1, at, updatedAt, { leadNo, status, source, ownerId, departmentId });

export const leadUpdated = (at: AggregateAt, changed: readonly string[], when: Date) =>
  fact(leadUpdatedV1, at, when, { changed: [...changed] });

export const leadAssigned = (at: AggregateAt, change: Change, toOwnerId: string) =>
  fact(leadAssignedV1, at, change.after.updatedAt, {
    ...moveOf(change),
    fromOwnerId: change.before.ownerId,
    toOwnerId,
    departmentId: change.after.departmentId,
  });

export const leadContacted = (at: AggregateAt, change: Change) =>
  fact(leadContactedV1, at, change.after.updatedAt, {
    ...moveOf(change),
    isFirst: change.before.firstContactAt === null,
  });

export const leadNurtured = (at: AggregateAt, change: Change) =>
  fact(leadNurturedV1, at, change.after.updatedAt, moveOf(change));

export const leadQualified = (at: AggregateAt, change: Change) =>
  fact(leadQualifiedV1, at, change.after.updatedAt, moveOf(change));

export const leadDisqualified = (at: AggregateAt, change: Change, reason: string) =>
  fact(leadDisqualifiedV1, at, change.after.updatedAt, { ...moveOf(change), reason });

export const leadReopened = (at: AggregateAt, change: Change) =>
  fact(leadReopenedV1, at, change.after.updatedAt, moveOf(change));

export const leadDeleted = (at: AggregateAt, { after: { status, updatedAt } }: Change) =>
  fact(leadDeletedV1, at, updatedAt, { status });

export const leadRestored = (at: AggregateAt, { after: { status, updatedAt } }: Change) =>
  fact(leadRestoredV1, at, updatedAt, { status });

/** The whole row, for the state topic: announced beside every fact. */
export const leadState = (at: AggregateAt, lead: Lead) =>
  fact(leadStateV1, at, lead.updatedAt, {
    id: lead.id,
    leadNo: lead.leadNo,
    name: lead.name,
    company: lead.company,
    title: lead.title,
    phone: lead.phone,
    email: lead.email,
    country: lead.country,
    region: lead.region,
    industry: lead.industry,
    source: lead.source,
    status: lead.status,
    disqualifiedBecause: lead.disqualifiedBecause,
    firstContactAt: lead.firstContactAt?.toISOString() ?? null,
    lastContactAt: lead.lastContactAt?.toISOString() ?? null,
    ownerId: lead.ownerId,
    departmentId: lead.departmentId,
    isDeleted: lead.deletedAt !== null,
    createdAt: lead.createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
  });
