import { type Id, type Problem, type Result, accept, refuse } from '@crm/kernel';

import type { Status } from './request-status.rules.ts';

export type ServiceRequestId = Id<'ServiceRequest'>;
export type RequestKind =
  'QUESTION' | 'INCIDENT' | 'PROBLEM' | 'COMPLAINT' | 'SUGGESTION' | 'RETURN' | 'INSTALLATION' | 'MAINTENANCE';
export type Channel = 'PHONE' | 'WEB' | 'PORTAL' | 'EMAIL' | 'CHAT' | 'SMS' | 'WECHAT' | 'VISIT' | 'API';
export type Level = 'LOW' | 'MEDIUM' | 'HIGH';
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';

/** What people tell us about a request, and may correct. */
export type RequestDetails = {
  readonly subject: string;
  readonly description: string | null;
  readonly kind: RequestKind;
  readonly impact: Level;
  readonly urgency: Level;
};

/** A service request as it stands. */
export type ServiceRequest = RequestDetails & {
  readonly id: ServiceRequestId;
  readonly requestNo: string;
  readonly customerId: Id<'Customer'>;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly status: Status;
  /** Who works on it. */
  readonly assigneeId: Id<'Employee'> | null;
  /** Who answers for it: who took it in, then who it is assigned to. */
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly solution: string | null;
  readonly cause: string | null;
  /** Why it was last moved or deleted, as somebody wrote it. */
  readonly movedBecause: string | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
};

/** Texts in which people write and are written about. */
export const ERASED_FIELDS = ['subject', 'description', 'solution', 'cause', 'movedBecause'] as const;

/** What is left of the texts of a request when its person is erased: nothing but that it was solved, if it was. */
export const eraseTexts = ({ solution }: Pick<ServiceRequest, 'solution'>) => ({
  subject: '',
  description: null,
  solution: solution === null ? null : '',
  cause: null,
  movedBecause: null,
});

/** A customer as we know it: by its id. */
export type CustomerReference = { readonly id: string };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says; a field left out is not said. */
export type DetailChanges = { readonly [Field in keyof RequestDetails]?: RequestDetails[Field] | null };

const NUMBER_DIGITS = 6;

/** `SR-000042` */
export const requestNo = (count: number) => `SR-${String(count).padStart(NUMBER_DIGITS, '0')}`;

/** By impact, then urgency: how soon it is looked at. */
const PRIORITY: Readonly<Record<Level, Readonly<Record<Level, Priority>>>> = {
  HIGH: { HIGH: 'URGENT', MEDIUM: 'HIGH', LOW: 'NORMAL' },
  MEDIUM: { HIGH: 'HIGH', MEDIUM: 'NORMAL', LOW: 'LOW' },
  LOW: { HIGH: 'NORMAL', MEDIUM: 'LOW', LOW: 'LOW' },
};

export const priorityOf = ({ impact, urgency }: Pick<RequestDetails, 'impact' | 'urgency'>) =>
  PRIORITY[impact][urgency];

const NOTHING: RequestDetails = {
  subject: '',
  description: null,
  kind: 'QUESTION',
  impact: 'MEDIUM',
  urgency: 'MEDIUM',
};

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(NOTHING) as readonly (keyof RequestDetails)[];
const LIMITS = { subject: 200, description: 20_000 } as const;
/** Fields that always have a value: null is no answer to them. */
const NEEDED = ['kind', 'impact', 'urgency'] as const;

/** The details of a new request. */
export const draftRequest = (said: DetailChanges): Result<RequestDetails, InvalidInput> =>
  check(merge(NOTHING, said), said);

/** The details after a change, and the names of those that differ. */
export const changeRequest = (
  current: RequestDetails,
  said: DetailChanges,
): Result<{ readonly details: RequestDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(merge(current, said), said);
  if (!decision.ok) return decision;
  const details = decision.value;
  return accept({ details, changed: DETAIL_NAMES.filter((name) => current[name] !== details[name]) });
};

/** What was told, trimmed; nothing, when it was left empty. */
export const told = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

const merge = (current: RequestDetails, said: DetailChanges): RequestDetails => ({
  subject: said.subject === undefined ? current.subject : (told(said.subject) ?? ''),
  description: said.description === undefined ? current.description : told(said.description),
  ...judged(current, said),
});

const judged = (current: RequestDetails, { kind, impact, urgency }: DetailChanges) => ({
  kind: kind ?? current.kind,
  impact: impact ?? current.impact,
  urgency: urgency ?? current.urgency,
});

const check = (details: RequestDetails, said: DetailChanges): Result<RequestDetails, InvalidInput> => {
  const missing = [...(details.subject === '' ? ['subject'] : []), ...NEEDED.filter((name) => said[name] === null)];
  const problems: readonly Problem[] = [
    ...missing.map((name) => ({ path: ['input', name], problem: 'required' }) as const),
    ...tooLong(LIMITS, details),
  ];
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(details);
};

/** Texts that are longer than they may be. */
export const tooLong = <Name extends string>(
  limits: Readonly<Record<Name, number>>,
  texts: Readonly<Record<NoInfer<Name>, string | null>>,
): readonly Problem[] =>
  // The keys of a record of exactly these names.
  (Object.keys(limits) as Name[])
    .filter((name) => (texts[name]?.length ?? 0) > limits[name])
    .map((name) => ({ path: ['input', name], problem: 'too-long', max: limits[name] }));

/** What customers and partners may correct themselves; how grave it is, we judge. */
export const PORTAL_MAY_CHANGE: readonly string[] = ['subject', 'description'];

/** Through which channels a request may come: from the portal, only by it. */
export const channelProblems = (channel: Channel, isPortal: boolean): readonly Problem[] =>
  isPortal === (channel === 'PORTAL')
    ? []
    : [
        {
          path: ['input', 'channel'],
          problem: 'not-allowed-here',
          because: isPortal ? 'it comes through the portal' : 'only portal users come through the portal',
        },
      ];
