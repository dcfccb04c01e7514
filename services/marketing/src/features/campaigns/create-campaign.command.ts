import { type Caller, type OwnerPlace, ownerPlace } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId } from '@crm/kernel';
import { type Transact, type Work, nextNumber, once, sqlOf } from '@crm/persistence';

import { campaignCreated, campaignState } from './campaign.event.ts';
import { claimCampaign, mayCreate } from './campaign.guard.ts';
import { campaigns } from './campaign.repository.ts';
import {
  type Campaign,
  type CampaignId,
  type CampaignPlan,
  type PlanChanges,
  campaignNo,
  draftCampaign,
} from './campaign.rules.ts';

export type NewCampaign = PlanChanges & {
  readonly idempotencyKey?: string | null;
  readonly ownerId?: Id<'Employee'> | null;
};

type Created = Promise<Result<CampaignId, CommonRefusal>>;
export type CreateCampaign = (caller: Caller, input: NewCampaign) => Created;

export type CampaignParts = { readonly transact: Transact; readonly clock: Clock };

export const createCampaign =
  (parts: CampaignParts): CreateCampaign =>
  (caller, input) =>
    parts.transact(caller.actor, (work) => {
      const said = { operation: 'createCampaign', key: input.idempotencyKey, input };
      return once(work, said, () => plan(parts, work, caller, input));
    });

const plan = async ({ clock }: CampaignParts, work: Work, caller: Caller, input: NewCampaign): Created => {
  const allowed = caller.access.require('Campaign', 'create');
  if (!allowed.ok) return allowed;
  const draft = draftCampaign(input);
  if (!draft.ok) return draft;
  const owner = await chooseOwner(work, caller, input.ownerId ?? null);
  if (!owner.ok) return owner;
  const campaign = born(caller, { ...draft.value, ...owner.value }, clock.now());
  const may = mayCreate(caller, campaign);
  return may.ok ? accept(await saveNew(work, campaign)) : may;
};

/** You, unless you name another: that needs the permission to assign. */
const chooseOwner = async (
  { db }: Work,
  { actor, access }: Caller,
  wanted: Id<'Employee'> | null,
): Promise<Result<OwnerPlace, CommonRefusal>> => {
  const isAnother = wanted !== null && wanted !== actor.employee;
  const allowed = isAnother ? access.require('Campaign', 'assign') : accept(null);
  return allowed.ok ? ownerPlace(sqlOf(db), actor, wanted) : allowed;
};

const born = ({ actor }: Caller, said: CampaignPlan & OwnerPlace, now: Date): Campaign => ({
  ...said,
  id: newId('Campaign', now.getTime()),
  campaignNo: '',
  status: 'PLANNED',
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
});

const saveNew = async (work: Work, draft: Campaign) => {
  const at = await claimCampaign(work, draft.id);
  const campaign = { ...draft, campaignNo: campaignNo(await nextNumber(sqlOf(work.db), 'campaign')) };
  await campaigns(work.db).add(campaign);
  work.announce(campaignCreated(at, campaign), campaignState(at, campaign));
  return campaign.id;
};
