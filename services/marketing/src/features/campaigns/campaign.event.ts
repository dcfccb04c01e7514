import {
  type AggregateAt,
  campaignCreatedV1,
  campaignDeletedV1,
  campaignOwnerChangedV1,
  campaignRestoredV1,
  campaignStateV1,
  campaignStatusChangedV1,
  campaignUpdatedV1,
  fact,
} from '@crm/contracts';
import type { Id } from '@crm/kernel';

import { type Campaign, budgetOf } from './campaign.rules.ts';

export const campaignCreated = (at: AggregateAt, campaign: Campaign) => {
  const { campaignNo, type, channels, status, ownerId, departmentId } = campaign;
  const data = { campaignNo, type, channels: [...channels], status, ownerId, departmentId };
  return fact(campaignCreatedV1, at, campaign.updatedAt, data);
};

export const campaignUpdated = (at: AggregateAt, { updatedAt }: Campaign, changed: readonly string[]) =>
  fact(campaignUpdatedV1, at, updatedAt, { changed: [...changed] });

/** `toOwnerId`: who answers for it from now on. */
export const campaignOwnerChanged = (at: AggregateAt, before: Campaign, after: Campaign, toOwnerId: Id<'Employee'>) =>
  fact(campaignOwnerChangedV1, at, after.updatedAt, {
    fromOwnerId: before.ownerId,
    toOwnerId,
    departmentId: after.departmentId,
  });

export const campaignStatusChanged = (at: AggregateAt, before: Campaign, after: Campaign, reason: string | null) =>
  fact(campaignStatusChangedV1, at, after.updatedAt, { from: before.status, to: after.status, reason });

export const campaignDeleted = (at: AggregateAt, { updatedAt }: Campaign, reason: string | null) =>
  fact(campaignDeletedV1, at, updatedAt, { reason });

export const campaignRestored = (at: AggregateAt, { status, updatedAt }: Campaign) =>
  fact(campaignRestoredV1, at, updatedAt, { status });

/** The row for the state topic, announced beside every fact. */
export const campaignState = (at: AggregateAt, campaign: Campaign) =>
  fact(campaignStateV1, at, campaign.updatedAt, {
    id: campaign.id,
    campaignNo: campaign.campaignNo,
    name: campaign.name,
    type: campaign.type,
    channels: [...campaign.channels],
    status: campaign.status,
    budget: budgetOf(campaign),
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    ownerId: campaign.ownerId,
    departmentId: campaign.departmentId,
    isDeleted: campaign.deletedAt !== null,
    createdAt: campaign.createdAt.toISOString(),
    updatedAt: campaign.updatedAt.toISOString(),
  });
