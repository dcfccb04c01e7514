import { type Id, type Problem, type Result, accept, refuse } from '@crm/kernel';

export type ContactId = Id<'Contact'>;
export type BuyingRole =
  'DECISION_MAKER' | 'ECONOMIC_BUYER' | 'INFLUENCER' | 'CHAMPION' | 'EVALUATOR' | 'USER' | 'BLOCKER';
export type Attitude = 'SUPPORTIVE' | 'NEUTRAL' | 'OPPOSED';

/** What people tell us about a contact, and may correct. */
export type ContactDetails = {
  readonly name: string;
  readonly title: string | null;
  readonly department: string | null;
  readonly buyingRole: BuyingRole | null;
  readonly influence: number | null;
  readonly attitude: Attitude | null;
  readonly reportsToId: ContactId | null;
};

/** A contact as it stands. Owner and department are its customer's: who sees the customer sees its contacts. */
export type Contact = ContactDetails & {
  readonly id: ContactId;
  readonly customerId: Id<'Customer'>;
  readonly isPersonOfCustomer: boolean;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
  /** When the person’s data were erased for good; what is left says only that there was somebody. */
  readonly erasedAt: Date | null;
};

export type ContactChanges = { readonly [Field in keyof ContactDetails]?: ContactDetails[Field] | null };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

const NOTHING: ContactDetails = {
  name: '',
  title: null,
  department: null,
  buyingRole: null,
  influence: null,
  attitude: null,
  reportsToId: null,
};

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(NOTHING) as readonly (keyof ContactDetails)[];
const LIMITS = [
  ['name', 200],
  ['title', 100],
  ['department', 100],
] as const;
const INFLUENCE = { min: 1, max: 5 } as const;

export const draftContact = (said: ContactChanges): Result<ContactDetails, InvalidInput> => check(merge(NOTHING, said));

/** The details after a change, and the names of those that differ. */
export const changeContact = (
  current: Contact,
  said: ContactChanges,
): Result<{ readonly details: ContactDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(merge(current, said));
  if (!decision.ok) return decision;
  const details = decision.value;
  return accept({ details, changed: DETAIL_NAMES.filter((name) => current[name] !== details[name]) });
};

/** What is left of a contact whose person is erased: no detail, out of every list, and since when. */
export const eraseDetails = ({ deletedAt }: Pick<Contact, 'deletedAt'>, now: Date) => ({
  ...NOTHING,
  deletedAt: deletedAt ?? now,
  erasedAt: now,
});

const merge = (current: ContactDetails, said: ContactChanges): ContactDetails => {
  const told = DETAIL_NAMES.filter((name) => said[name] !== undefined).map((name) => [name, tidy(name, said[name])]);
  // Each value was taken from a field of the same name.
  return { ...pick(current), ...(Object.fromEntries(told) as Partial<ContactDetails>) };
};

const pick = ({ name, title, department, buyingRole, influence, attitude, reportsToId }: ContactDetails) => ({
  name,
  title,
  department,
  buyingRole,
  influence,
  attitude,
  reportsToId,
});

const tidy = (name: string, value: unknown) => {
  if (name === 'name') return typeof value === 'string' ? value.trim() : '';
  return typeof value === 'string' ? value.trim() || null : value;
};

const check = (details: ContactDetails): Result<ContactDetails, InvalidInput> => {
  const { influence } = details;
  const problems: readonly (Problem | false)[] = [
    details.name === '' && { path: ['input', 'name'], problem: 'required' },
    influence !== null &&
      (influence < INFLUENCE.min || influence > INFLUENCE.max) && {
        path: ['input', 'influence'],
        problem: 'out-of-range',
        ...INFLUENCE,
      },
    ...LIMITS.map(([name, max]): Problem | false => {
      const length = details[name]?.length ?? 0;
      return length > max && { path: ['input', name], problem: 'too-long', max };
    }),
  ];
  const found = problems.filter((each) => each !== false);
  return found.length > 0 ? refuse({ kind: 'invalid-input', problems: found }) : accept(details);
};
