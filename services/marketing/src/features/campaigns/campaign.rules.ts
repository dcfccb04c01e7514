import { type Id, type Money, type Problem, type Result, accept, fromMinor, refuse, toMinor } from '@crm/kernel';

import type { CampaignStatus } from './campaign-status.rules.ts';

export type CampaignId = Id<'Campaign'>;
export type CampaignType = 'EVENT' | 'CONTENT' | 'ADVERTISING' | 'DIRECT' | 'REFERRAL' | 'PARTNER' | 'OTHER';
export type Channel = 'EMAIL' | 'SMS' | 'WECHAT' | 'PHONE' | 'WEB' | 'SOCIAL' | 'PRINT' | 'EVENT' | 'PUSH';

/** What a campaign may cost, in whole smallest units of the currency: exact, hence text. Neither or both. */
type Budget =
  | { readonly budgetMinor: string; readonly budgetCurrency: string }
  | { readonly budgetMinor: null; readonly budgetCurrency: null };

/** The plan of a campaign. Days are ISO 8601. */
export type CampaignPlan = Budget & {
  readonly name: string;
  readonly type: CampaignType;
  readonly channels: readonly Channel[];
  readonly goals: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

/** A campaign as it stands. */
export type Campaign = CampaignPlan & {
  readonly id: CampaignId;
  readonly campaignNo: string;
  readonly status: CampaignStatus;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says; a field left out is not said. */
export type PlanChanges = {
  readonly name?: string | null;
  readonly type?: CampaignType | null;
  readonly channels?: readonly Channel[] | null;
  readonly goals?: string | null;
  readonly budget?: Money | null;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
};

const NUMBER_DIGITS = 6;

/** `CM-000042` */
export const campaignNo = (count: number) => `CM-${String(count).padStart(NUMBER_DIGITS, '0')}`;

const NO_BUDGET = { budgetMinor: null, budgetCurrency: null } as const;
const NOTHING: CampaignPlan = {
  name: '',
  type: 'OTHER',
  channels: [],
  goals: null,
  ...NO_BUDGET,
  startsOn: null,
  endsOn: null,
};

const LIMITS = { name: 200, goals: 5_000 } as const;
/** In whole units of the currency: more is a slip of the pen. */
const BUDGET = { min: 0, max: 1_000_000_000_000 } as const;

/** The plan of a new campaign. */
export const draftCampaign = (said: PlanChanges): Result<CampaignPlan, InvalidInput> =>
  check(merge(NOTHING, said), said);

/** The plan after a change, and what differs. */
export const changeCampaign = (
  current: CampaignPlan,
  said: PlanChanges,
): Result<{ readonly plan: CampaignPlan; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(merge(current, said), said);
  if (!decision.ok) return decision;
  return accept({ plan: decision.value, changed: differences(current, decision.value) });
};

const SAME: Readonly<Record<keyof PlanChanges, (one: CampaignPlan, other: CampaignPlan) => boolean>> = {
  name: (one, other) => one.name === other.name,
  type: (one, other) => one.type === other.type,
  channels: (one, other) => one.channels.join() === other.channels.join(),
  goals: (one, other) => one.goals === other.goals,
  budget: (one, other) => one.budgetMinor === other.budgetMinor && one.budgetCurrency === other.budgetCurrency,
  startsOn: (one, other) => one.startsOn === other.startsOn,
  endsOn: (one, other) => one.endsOn === other.endsOn,
};

const differences = (before: CampaignPlan, after: CampaignPlan): readonly string[] =>
  Object.entries(SAME)
    .filter(([, isSame]) => !isSame(before, after))
    .map(([name]) => name);

/** What was told, trimmed; nothing, when it was left empty. */
export const told = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

const merge = (current: CampaignPlan, said: PlanChanges): CampaignPlan => ({
  name: said.name === undefined ? current.name : (told(said.name) ?? ''),
  type: said.type ?? current.type,
  channels: said.channels ? [...new Set(said.channels)] : current.channels,
  goals: said.goals === undefined ? current.goals : told(said.goals),
  ...(said.budget === undefined ? keptBudget(current) : budget(said.budget)),
  ...days(current, said),
});

const days = (current: CampaignPlan, { startsOn, endsOn }: PlanChanges) => ({
  startsOn: startsOn === undefined ? current.startsOn : startsOn,
  endsOn: endsOn === undefined ? current.endsOn : endsOn,
});

const keptBudget = ({ budgetMinor, budgetCurrency }: CampaignPlan): Budget =>
  budgetMinor === null ? NO_BUDGET : { budgetMinor, budgetCurrency };

/** What it may cost, as an amount. */
export const budgetOf = ({ budgetMinor, budgetCurrency }: CampaignPlan): Money | null =>
  budgetMinor === null ? null : fromMinor(BigInt(budgetMinor), budgetCurrency);

/** Rounded to the smallest unit of the currency. */
const budget = (money: Money | null): Budget =>
  money ? { budgetMinor: toMinor(money).toString(), budgetCurrency: money.currency } : NO_BUDGET;

const isOutOfRange = ({ budgetMinor, budgetCurrency: currency }: CampaignPlan) => {
  if (budgetMinor === null) return false;
  const units = BigInt(budgetMinor);
  return units < 0n || units > toMinor({ amount: String(BUDGET.max), currency });
};

const check = (plan: CampaignPlan, said: PlanChanges): Result<CampaignPlan, InvalidInput> => {
  const missing = [
    ...(plan.name === '' ? ['name'] : []),
    ...(['type', 'channels'] as const).filter((field) => said[field] === null),
  ];
  const problems: readonly Problem[] = [
    ...missing.map((name) => ({ path: ['input', name], problem: 'required' }) as const),
    ...tooLong('name', plan.name),
    ...tooLong('goals', plan.goals ?? ''),
    ...(isOutOfRange(plan)
      ? [{ path: ['input', 'budget', 'amount'], problem: 'out-of-range', ...BUDGET } as const]
      : []),
    ...daysProblems(plan),
  ];
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(plan);
};

const tooLong = (name: keyof typeof LIMITS, text: string): readonly Problem[] =>
  text.length > LIMITS[name] ? [{ path: ['input', name], problem: 'too-long', max: LIMITS[name] }] : [];

const daysProblems = ({ startsOn, endsOn }: CampaignPlan): readonly Problem[] => {
  const endsTooSoon = startsOn !== null && endsOn !== null && endsOn < startsOn;
  if (!endsTooSoon) return [];
  return [{ path: ['input', 'endsOn'], problem: 'not-allowed-here', because: 'it would end before it starts' }];
};
