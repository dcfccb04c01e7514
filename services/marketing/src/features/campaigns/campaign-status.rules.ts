import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';

export type CampaignStatus = keyof typeof TRANSITIONS;

/** From each status, those it can become. What is not here cannot happen. */
export const TRANSITIONS = {
  PLANNED: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['PAUSED', 'COMPLETED', 'CANCELLED'],
  PAUSED: ['ACTIVE', 'COMPLETED', 'CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
} as const;

type Illegal = Extract<CommonRefusal, { kind: 'illegal-transition' }>;

export const reachable = (status: CampaignStatus): readonly CampaignStatus[] => TRANSITIONS[status];

/** Moves on, or names what is possible. */
export const moveTo = (
  from: CampaignStatus,
  to: CampaignStatus,
): Result<{ readonly status: CampaignStatus }, Illegal> => {
  const allowed = reachable(from);
  return allowed.includes(to) ? accept({ status: to }) : refuse({ kind: 'illegal-transition', from, to, allowed });
};

/** A campaign that has ended stands as it was: what was planned is what its results are measured by. */
export const canChange = (status: CampaignStatus): Result<null, Illegal> =>
  reachable(status).length > 0
    ? accept(null)
    : refuse({ kind: 'illegal-transition', from: status, to: 'changed', allowed: [] });

/** A campaign that runs is stopped first. */
export const canDelete = (status: CampaignStatus): Result<null, Illegal> =>
  status === 'ACTIVE'
    ? refuse({ kind: 'illegal-transition', from: status, to: 'deleted', allowed: reachable(status) })
    : accept(null);

export type CampaignAction = 'UPDATE' | 'ASSIGN' | 'START' | 'PAUSE' | 'COMPLETE' | 'CANCEL' | 'DELETE' | 'RESTORE';

/** What the reader's roles let him do to one campaign, in whatever status it is. */
export type Rights = {
  readonly mayUpdate: boolean;
  readonly mayAssign: boolean;
  readonly mayDelete: boolean;
  readonly mayRestore: boolean;
};

const LEADS_TO: Readonly<Record<CampaignStatus, readonly CampaignAction[]>> = {
  PLANNED: [],
  ACTIVE: ['START'],
  PAUSED: ['PAUSE'],
  COMPLETED: ['COMPLETE'],
  CANCELLED: ['CANCEL'],
};

/** What the reader may do to a campaign now. */
export const actionsOn = (
  { status, deletedAt }: { readonly status: CampaignStatus; readonly deletedAt: Date | null },
  { mayUpdate, mayAssign, mayDelete, mayRestore }: Rights,
): readonly CampaignAction[] => {
  if (deletedAt) return mayRestore ? ['RESTORE'] : [];
  const mayMove = mayUpdate && canChange(status).ok;
  return [
    ...(mayMove ? (['UPDATE', ...reachable(status).flatMap((to) => LEADS_TO[to])] as const) : []),
    ...(mayAssign ? (['ASSIGN'] as const) : []),
    ...(mayDelete && canDelete(status).ok ? (['DELETE'] as const) : []),
  ];
};
