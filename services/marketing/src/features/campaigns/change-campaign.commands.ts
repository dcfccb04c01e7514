import { type Action, type Caller, ownerPlace } from '@crm/access';
import type { Fact } from '@crm/contracts';
import {
  type CommonRefusal,
  type Id,
  type Result,
  type Unchanged,
  accept,
  refuse,
  settled,
  unchanged,
} from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { type CampaignStatus, canChange, canDelete, moveTo } from './campaign-status.rules.ts';
import {
  campaignDeleted,
  campaignOwnerChanged,
  campaignRestored,
  campaignState,
  campaignStatusChanged,
  campaignUpdated,
} from './campaign.event.ts';
import { type At, holdCampaign } from './campaign.guard.ts';
import { campaigns } from './campaign.repository.ts';
import { type Campaign, type CampaignId, type PlanChanges, changeCampaign, told } from './campaign.rules.ts';
import type { CampaignParts } from './create-campaign.command.ts';

/** Which campaign, and which version of it the caller read. */
export type AtVersion = { readonly id: CampaignId; readonly expectedVersion: number };
type Changed = Promise<Result<CampaignId, CommonRefusal>>;
type MaybeUnchanged = CommonRefusal | Unchanged<CampaignId>;

/** The campaign as it becomes, and what is said about it. */
type Change = {
  readonly after: Campaign;
  readonly announce: (at: At, after: Campaign, before: Campaign) => Fact;
};

type Decide = (
  campaign: Campaign,
  work: Work,
  now: Date,
) => Result<Change, MaybeUnchanged> | Promise<Result<Change, MaybeUnchanged>>;

/** Hold, decide, save, announce: what all changes have in common. */
const changing = async (
  { transact, clock }: CampaignParts,
  caller: Caller,
  action: Action,
  { id, expectedVersion }: AtVersion,
  decide: Decide,
): Changed =>
  settled(
    await transact(caller.actor, async (work): Promise<Result<CampaignId, MaybeUnchanged>> => {
      const held = await holdCampaign(work, caller, action, id, expectedVersion);
      if (!held.ok) return held;
      const { campaign, at } = held.value;
      const now = clock.now();
      const change = await decide(campaign, work, now);
      if (!change.ok) return change;
      const stamp = { version: at.version, updatedAt: now, updatedBy: caller.actor.employee };
      const after = { ...change.value.after, ...stamp };
      await campaigns(work.db).save(after);
      work.announce(change.value.announce(at, after, campaign), campaignState(at, after));
      return accept(id);
    }),
  );

export type UpdateCampaign = (caller: Caller, input: PlanChanges & AtVersion) => Changed;

export const updateCampaign =
  (parts: CampaignParts): UpdateCampaign =>
  (caller, input) =>
    changing(parts, caller, 'update', input, (campaign) => {
      const open = canChange(campaign.status);
      if (!open.ok) return open;
      const change = changeCampaign(campaign, input);
      if (!change.ok) return change;
      const { plan, changed } = change.value;
      const locked = changed.find((field) => caller.access.readOnly('Campaign', field));
      if (locked) return refuse({ kind: 'read-only-field', path: ['input', locked] } as const);
      if (changed.length === 0) return unchanged(campaign.id);
      const after: Campaign = { ...campaign, ...plan };
      return accept({ after, announce: (at, saved) => campaignUpdated(at, saved, changed) } satisfies Change);
    });

export type AssignCampaign = (caller: Caller, input: AtVersion & { readonly ownerId: Id<'Employee'> }) => Changed;

/** Gives a campaign to an employee, who answers for it from then on. */
export const assignCampaign =
  (parts: CampaignParts): AssignCampaign =>
  (caller, input) =>
    changing(parts, caller, 'assign', input, async (campaign, { db }) => {
      const { ownerId } = input;
      if (campaign.ownerId === ownerId) return unchanged(campaign.id);
      const place = await ownerPlace(sqlOf(db), caller.actor, ownerId);
      if (!place.ok) return place;
      return accept({
        after: { ...campaign, ...place.value },
        announce: (at, after, before) => campaignOwnerChanged(at, before, after, ownerId),
      } satisfies Change);
    });

type Moved = AtVersion & { readonly reason?: string | null };
export type MoveCampaign = (caller: Caller, input: Moved) => Changed;

const move =
  (to: CampaignStatus) =>
  (parts: CampaignParts): MoveCampaign =>
  (caller, input) =>
    changing(parts, caller, 'update', input, (campaign) => {
      const step = moveTo(campaign.status, to);
      if (!step.ok) return step;
      return accept({
        after: { ...campaign, ...step.value },
        announce: (at, after, before) => campaignStatusChanged(at, before, after, told(input.reason)),
      } satisfies Change);
    });

export const startCampaign = move('ACTIVE');
export const pauseCampaign = move('PAUSED');
export const completeCampaign = move('COMPLETED');
export const cancelCampaign = move('CANCELLED');

export const deleteCampaign =
  (parts: CampaignParts): MoveCampaign =>
  (caller, input) =>
    changing(parts, caller, 'delete', input, (campaign, _work, now) => {
      const idle = canDelete(campaign.status);
      if (!idle.ok) return idle;
      return accept({
        after: { ...campaign, deletedAt: now },
        announce: (at, after) => campaignDeleted(at, after, told(input.reason)),
      } satisfies Change);
    });

export type RestoreCampaign = (caller: Caller, input: AtVersion) => Changed;

export const restoreCampaign =
  (parts: CampaignParts): RestoreCampaign =>
  (caller, input) =>
    changing(parts, caller, 'restore', input, (campaign) =>
      accept({ after: { ...campaign, deletedAt: null }, announce: campaignRestored } satisfies Change),
    );
