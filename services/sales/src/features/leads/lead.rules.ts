import { type Id, type Problem, type Result, accept, isEmail, normalisePhone, refuse } from '@crm/kernel';

import type { LeadStatus } from './lead-status.rules.ts';

export type LeadId = Id<'Lead'>;

/** What people tell us about a lead, and may correct. */
export type LeadDetails = {
  readonly name: string;
  readonly company: string | null;
  readonly title: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly source: string | null;
};

/** A lead as it stands. */
export type Lead = LeadDetails & {
  readonly id: LeadId;
  readonly leadNo: string;
  readonly status: LeadStatus;
  /** Set exactly while it is disqualified. */
  readonly disqualifiedBecause: string | null;
  readonly firstContactAt: Date | null;
  readonly lastContactAt: Date | null;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
};

/** What the input says; a field left out is not said. */
export type LeadChanges = { readonly [Field in keyof LeadDetails]?: LeadDetails[Field] | null };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

const NOTHING: LeadDetails = {
  name: '',
  company: null,
  title: null,
  phone: null,
  email: null,
  country: null,
  region: null,
  industry: null,
  source: null,
};

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(NOTHING) as readonly (keyof LeadDetails)[];
const LIMITS = { name: 200, company: 200, title: 100, region: 60, industry: 60, source: 60 } as const;
const MAX_REASON = 500;
const NUMBER_DIGITS = 6;

/** `L-000042` */
export const leadNo = (count: number) => `L-${String(count).padStart(NUMBER_DIGITS, '0')}`;

/** The details of a new lead. */
export const draftLead = (said: LeadChanges): Result<LeadDetails, InvalidInput> => check(NOTHING, merge(NOTHING, said));

/** The details after a change, and the names of those that differ. */
export const changeLead = (
  current: LeadDetails,
  said: LeadChanges,
): Result<{ readonly details: LeadDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(current, merge(current, said));
  if (!decision.ok) return decision;
  const details = decision.value;
  return accept({ details, changed: DETAIL_NAMES.filter((name) => current[name] !== details[name]) });
};

/** Why a lead is not worth selling to: nobody learns from one that is dropped without a word. */
export const readReason = (reason: string): Result<string, InvalidInput> => {
  const why = reason.trim();
  const path = ['input', 'reason'];
  if (why === '') return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'required' }] });
  if (why.length > MAX_REASON)
    return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'too-long', max: MAX_REASON }] });
  return accept(why);
};

const merge = (current: LeadDetails, said: LeadChanges): LeadDetails => {
  const each = DETAIL_NAMES.map((name) => [name, said[name] === undefined ? current[name] : tidy(name, said[name])]);
  // Each name of the details once, each with a value of its own.
  return Object.fromEntries(each) as LeadDetails;
};

const tidy = (name: keyof LeadDetails, value: string | null) => {
  const text = value?.normalize('NFC').trim() ?? '';
  return name === 'name' ? text : text || null;
};

/** As numbers and addresses are compared; null when they cannot be reached. What did not change is not read again. */
const normalise = (current: LeadDetails, { phone, email, country }: LeadDetails) => ({
  phone: phone === null || phone === current.phone ? phone : normalisePhone(phone, country),
  email: email !== null && isEmail(email) ? email.toLowerCase() : null,
});

const check = (current: LeadDetails, details: LeadDetails): Result<LeadDetails, InvalidInput> => {
  const reached = normalise(current, details);
  const problems: readonly (Problem | false)[] = [
    details.name === '' && { path: ['input', 'name'], problem: 'required' },
    details.phone !== null && reached.phone === null && { path: ['input', 'phone'], problem: 'not-a-phone-number' },
    details.email !== null && reached.email === null && { path: ['input', 'email'], problem: 'not-an-email' },
    ...tooLong(details),
  ];
  const found = problems.filter((each) => each !== false);
  return found.length > 0 ? refuse({ kind: 'invalid-input', problems: found }) : accept({ ...details, ...reached });
};

const tooLong = (details: LeadDetails): readonly Problem[] =>
  Object.entries(LIMITS)
    // The keys of a constant of these names.
    .filter(([name, max]) => (details[name as keyof typeof LIMITS]?.length ?? 0) > max)
    .map(([name, max]) => ({ path: ['input', name], problem: 'too-long', max }));
