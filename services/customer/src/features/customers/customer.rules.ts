import { type Id, type Problem, type Result, accept, isUnifiedSocialCreditCode, refuse } from '@crm/kernel';

export type CustomerId = Id<'Customer'>;
export type CustomerKind = 'ORGANIZATION' | 'PERSON';
export type Lifecycle = 'PROSPECT' | 'ACTIVE' | 'DORMANT' | 'CHURNED';
export type OrganizationType = 'PRIVATE' | 'LISTED' | 'STATE_OWNED' | 'FOREIGN' | 'GOVERNMENT' | 'NON_PROFIT' | 'OTHER';
export type CompanySize = 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE' | 'ENTERPRISE';

/** What only persons have. */
export type PersonDetails = {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly gender: 'FEMALE' | 'MALE' | 'OTHER' | null;
  readonly birthday: string | null;
  readonly maritalStatus: 'SINGLE' | 'MARRIED' | 'DIVORCED' | 'WIDOWED' | 'OTHER' | null;
};

/** What people tell us about a customer, and may correct. */
export type CustomerDetails = PersonDetails & {
  readonly name: string;
  readonly shortName: string | null;
  readonly industry: string | null;
  readonly registrationNo: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly size: CompanySize | null;
  readonly organizationType: OrganizationType | null;
  readonly website: string | null;
  readonly parentId: CustomerId | null;
  readonly grade: string | null;
  readonly source: string | null;
};

/** A customer as it stands. */
export type Customer = CustomerDetails & {
  readonly id: CustomerId;
  readonly customerNo: string;
  readonly kind: CustomerKind;
  readonly lifecycle: Lifecycle;
  readonly lifecyclePinReason: string | null;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
  /** As somebody wrote it when he deleted it. */
  readonly deletedBecause: string | null;
  /** When the data of a person customer were erased for good; what is left says only that there was somebody. */
  readonly erasedAt: Date | null;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What the input says; a field left out is not said. */
export type CustomerChanges = {
  readonly [Field in keyof Omit<CustomerDetails, keyof PersonDetails>]?: CustomerDetails[Field] | null;
} & {
  readonly person?: { readonly [Field in keyof PersonDetails]?: PersonDetails[Field] } | null;
};

const NOTHING: CustomerDetails = {
  name: '',
  shortName: null,
  familyName: null,
  givenName: null,
  gender: null,
  birthday: null,
  maritalStatus: null,
  industry: null,
  registrationNo: null,
  country: null,
  province: null,
  city: null,
  size: null,
  organizationType: null,
  website: null,
  parentId: null,
  grade: null,
  source: null,
};

/** What is left of a person customer who is erased: the number others refer to, and since when nothing else is. */
export const eraseDetails = ({ deletedAt, parentId }: Pick<Customer, 'deletedAt' | 'parentId'>, now: Date) => ({
  ...NOTHING,
  parentId,
  lifecyclePinReason: null,
  deletedBecause: null,
  deletedAt: deletedAt ?? now,
  erasedAt: now,
});

export const NUMBER_DIGITS = 6;

/** `C-000042` */
export const customerNo = (count: number) => `C-${String(count).padStart(NUMBER_DIGITS, '0')}`;

/** The details of a new customer. */
export const draftCustomer = (
  kind: CustomerKind,
  said: CustomerChanges,
  today: string,
): Result<CustomerDetails, InvalidInput> => check(kind, nameFromParts(kind, merge(NOTHING, said), said), said, today);

/** The details after a change, and the names of those that differ. */
export const changeCustomer = (
  kind: CustomerKind,
  current: CustomerDetails,
  said: CustomerChanges,
  today: string,
): Result<{ readonly details: CustomerDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(kind, nameFromParts(kind, merge(current, said), said), said, today);
  if (!decision.ok) return decision;
  return accept({ details: decision.value, changed: differences(current, decision.value) });
};

/** Names of the details that differ. */
export const differences = (before: CustomerDetails, after: CustomerDetails): readonly string[] =>
  DETAIL_NAMES.filter((name) => before[name] !== after[name]);

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(NOTHING) as readonly (keyof CustomerDetails)[];

const merge = (current: CustomerDetails, { person, ...said }: CustomerChanges): CustomerDetails => ({
  ...current,
  ...tidy(said),
  ...tidy(person ?? {}),
  ...(person === null && { familyName: null, givenName: null, gender: null, birthday: null, maritalStatus: null }),
});

/** Leaves out what was not said; trims text; empty text means nothing. */
const tidy = (said: object): object =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([name, value]) => value !== undefined && name in NOTHING)
      .map(([name, value]: [string, unknown]) => [name, tidyValue(name, value)]),
  );

const tidyValue = (name: string, value: unknown) => {
  if (name === 'name') return typeof value === 'string' ? value.trim() : '';
  return typeof value === 'string' ? value.trim() || null : value;
};

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A person's name as it is written where it comes from: family name first without a space in Chinese, last in English. */
export const personName = ({ familyName, givenName }: Pick<PersonDetails, 'familyName' | 'givenName'>) =>
  CJK.test(`${familyName ?? ''}${givenName ?? ''}`)
    ? `${familyName ?? ''}${givenName ?? ''}`
    : [givenName, familyName].filter(Boolean).join(' ');

const nameFromParts = (kind: CustomerKind, details: CustomerDetails, { name, person }: CustomerChanges) =>
  kind === 'PERSON' && !name && (person || !details.name) ? { ...details, name: personName(details) } : details;

const LIMITS = [
  ['name', 200],
  ['shortName', 100],
  ['industry', 60],
  ['province', 60],
  ['city', 60],
  ['website', 300],
  ['grade', 10],
  ['source', 60],
] as const;
/** Chinese registration numbers have a check character; other countries' differ too much to judge. */
const hasBadCheckDigit = ({ country, registrationNo }: CustomerDetails) =>
  registrationNo !== null && country === 'CN' && !isUnifiedSocialCreditCode(registrationNo);

const check = (
  kind: CustomerKind,
  details: CustomerDetails,
  said: CustomerChanges,
  today: string,
): Result<CustomerDetails, InvalidInput> => {
  const problems = [
    ...(details.name === '' ? [{ path: ['input', 'name'], problem: 'required' } as const] : []),
    ...misplaced(kind, said),
    ...implausible(details, today),
    ...tooLong(details),
  ];
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(details);
};

/** Details that only the other kind of customer has. */
const ONLY_FOR = { PERSON: ['person'], ORGANIZATION: ['registrationNo', 'organizationType'] } as const;
const WHO_HAS_IT = { PERSON: 'only persons have it', ORGANIZATION: 'only companies have it' } as const;

const misplaced = (kind: CustomerKind, said: CustomerChanges): readonly Problem[] => {
  const other = kind === 'PERSON' ? 'ORGANIZATION' : 'PERSON';
  const problem = 'not-allowed-here';
  return ONLY_FOR[other]
    .filter((name) => Boolean(said[name]))
    .map((name) => ({ path: ['input', name], problem, because: WHO_HAS_IT[other] }));
};

const implausible = (details: CustomerDetails, today: string): readonly Problem[] => {
  const { birthday, website } = details;
  const problems: readonly (Problem | false)[] = [
    hasBadCheckDigit(details) && { path: ['input', 'registrationNo'], problem: 'bad-check-digit' },
    birthday !== null && birthday > today && { path: ['input', 'person', 'birthday'], problem: 'in-the-future' },
    website !== null && !URL.canParse(withScheme(website)) && { path: ['input', 'website'], problem: 'not-a-url' },
  ];
  return problems.filter((each) => each !== false);
};

const withScheme = (website: string) => (/^https?:\/\//i.test(website) ? website : `https://${website}`);

const tooLong = (details: CustomerDetails): readonly Problem[] =>
  LIMITS.filter(([name, max]) => (details[name]?.length ?? 0) > max).map(([name, max]) => ({
    path: ['input', name],
    problem: 'too-long',
    max,
  }));

/** Pinned with a reason, or derived again from orders and activity: from none of either, a prospect. */
export const pinLifecycle = (
  pinned: Lifecycle | null,
  reason: string | null,
): Result<{ readonly lifecycle: Lifecycle; readonly lifecyclePinReason: string | null }, InvalidInput> => {
  if (pinned === null) return accept({ lifecycle: 'PROSPECT', lifecyclePinReason: null });
  const why = reason?.trim();
  if (!why) return refuse({ kind: 'invalid-input', problems: [{ path: ['input', 'reason'], problem: 'required' }] });
  return accept({ lifecycle: pinned, lifecyclePinReason: why });
};
