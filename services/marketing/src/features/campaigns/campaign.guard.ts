import { type Action, type Caller, type Guarded, matches, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { campaigns } from './campaign.repository.ts';
import type { Campaign, CampaignId } from './campaign.rules.ts';

/** Where the facts are that decide who sees a campaign. */
export const GUARDED_CAMPAIGN: Guarded = {
  type: 'Campaign',
  from: 'campaign t',
  id: 't.id',
  columns: { record: 't.id', owner: 't.owner_id', department: 't.department_id' },
};

export type At = Awaited<ReturnType<Work['claim']>>;
type Held = { readonly campaign: Campaign; readonly at: At };

export const claimCampaign = ({ claim }: Work, id: CampaignId) => claim('campaign', id);

/**
 * Locks a campaign, checks that the caller may do this to it, that it is at the version the caller read, and that it is
 * not in the bin, or is in it to be restored. What he may not see does not exist.
 */
export const holdCampaign = async (
  work: Work,
  { access }: Caller,
  action: Action,
  id: CampaignId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claimCampaign(work, id);
  const reach = await recordReach(sqlOf(work.db), access, action, GUARDED_CAMPAIGN, id);
  const campaign = reach === 'hidden' ? null : await campaigns(work.db).find(id);
  if (!campaign) return refuse({ kind: 'not-found', what: 'Campaign', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Campaign.${action}` });
  if (campaign.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: campaign.version });
  const state = inState(campaign, action === 'restore' ? 'deleted' : 'live');
  return state.ok ? accept({ campaign, at }) : state;
};

const inState = ({ deletedAt }: Campaign, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const actual = deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  const to = wanted === 'live' ? 'changed' : 'restored';
  const allowed = actual === 'live' ? ['deleted'] : ['restored'];
  return refuse({ kind: 'illegal-transition', from: actual, to, allowed });
};

/** Whether the caller may bring this campaign about. */
export const mayCreate = (
  { access }: Caller,
  { id, ownerId, departmentId }: Pick<Campaign, 'id' | 'ownerId' | 'departmentId'>,
): Result<null, CommonRefusal> => {
  const facts = { record: id, owner: ownerId, department: departmentId };
  return matches(access.predicate('Campaign', 'create'), facts, [], new Date(0))
    ? accept(null)
    : refuse({ kind: 'forbidden', permission: 'Campaign.create' });
};
