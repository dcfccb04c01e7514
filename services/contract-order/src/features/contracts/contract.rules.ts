import {
  type Id,
  type Money,
  type Problem,
  type Result,
  accept,
  fromMinor,
  minorDigits,
  refuse,
  toMinor,
} from '@crm/kernel';

import type { ContractStatus } from './contract-status.rules.ts';

export type ContractId = Id<'Contract'>;
export type ContractType = 'ONE_OFF' | 'ANNUAL' | 'FRAMEWORK' | 'SUBSCRIPTION' | 'SERVICE';

/** A customer as far as this subgraph adds to it. */
export type CustomerReference = { readonly id: string };

/** What is agreed in a contract. */
export type ContractDetails = {
  readonly name: string;
  readonly type: ContractType;
  readonly amount: Money;
  /** Days of the calendar, ISO 8601; both included. */
  readonly startOn: string | null;
  readonly endOn: string | null;
};

/** A contract as it stands. */
export type Contract = ContractDetails & {
  readonly id: ContractId;
  readonly contractNo: string;
  readonly customerId: Id<'Customer'>;
  readonly status: ContractStatus;
  /** Set exactly when it is voided. */
  readonly voidedBecause: string | null;
  readonly isArchived: boolean;
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
export type ContractChanges = { readonly [Field in keyof ContractDetails]?: ContractDetails[Field] | null };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** What a contract is before anything was said of it; kept out of every saved one by `check`. */
type Unsaid = { readonly [Field in keyof ContractDetails]: ContractDetails[Field] | null };
const UNSAID: Unsaid = { name: null, type: null, amount: null, startOn: null, endOn: null };

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(UNSAID) as readonly (keyof ContractDetails)[];
const MAX_NAME = 200;
const MAX_REASON = 500;
const NUMBER_DIGITS = 6;
/** In whole units of the currency. */
const AMOUNT = { min: 0, max: 100_000_000_000_000 } as const;

/** `CT-000042` */
export const contractNo = (count: number) => `CT-${String(count).padStart(NUMBER_DIGITS, '0')}`;

/** The details of a new contract. */
export const draftContract = (said: ContractChanges): Result<ContractDetails, InvalidInput> =>
  check({ ...UNSAID, ...merge(UNSAID, said) });

/** The details after a change, and the names of those that differ. */
export const changeContract = (
  current: ContractDetails,
  said: ContractChanges,
): Result<{ readonly details: ContractDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = check(merge(current, said));
  if (!decision.ok) return decision;
  const details = decision.value;
  return accept({ details, changed: DETAIL_NAMES.filter((name) => differs(current[name], details[name])) });
};

/** Why a contract is given up. */
export const readReason = (reason: string): Result<string, InvalidInput> => {
  const why = reason.trim();
  const path = ['input', 'reason'];
  if (why === '') return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'required' }] });
  if (why.length > MAX_REASON)
    return refuse({ kind: 'invalid-input', problems: [{ path, problem: 'too-long', max: MAX_REASON }] });
  return accept(why);
};

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

const merge = (current: Unsaid, said: ContractChanges): Unsaid => ({
  name: said.name === undefined ? current.name : tidy(said.name),
  type: said.type === undefined ? current.type : said.type,
  amount: said.amount === undefined ? current.amount : said.amount,
  startOn: said.startOn === undefined ? current.startOn : said.startOn,
  endOn: said.endOn === undefined ? current.endOn : said.endOn,
});

const tidy = (text: string | null) => {
  const plain = text?.normalize('NFC').trim() ?? '';
  return plain === '' ? null : plain;
};

const check = ({ name, type, amount, startOn, endOn }: Unsaid): Result<ContractDetails, InvalidInput> => {
  const problems = [...nameProblems(name), ...amountProblems(amount), ...periodProblems(startOn, endOn)];
  if (name === null || type === null || amount === null || problems.length > 0) {
    const missing = type === null ? [{ path: ['input', 'type'], problem: 'required' } as const] : [];
    return refuse({ kind: 'invalid-input', problems: [...problems, ...missing] });
  }
  return accept({ name, type, amount: fromMinor(toMinor(amount), amount.currency), startOn, endOn });
};

const nameProblems = (name: string | null): readonly Problem[] => {
  const path = ['input', 'name'];
  if (name === null) return [{ path, problem: 'required' }];
  return name.length > MAX_NAME ? [{ path, problem: 'too-long', max: MAX_NAME }] : [];
};

/** Nothing is rounded away unsaid: an amount has no more decimals than its currency. */
const amountProblems = (amount: Money | null): readonly Problem[] => {
  const path = ['input', 'amount'];
  if (amount === null) return [{ path, problem: 'required' }];
  const units = toMinor(amount);
  const digits = minorDigits(amount.currency);
  if (units < 0n || units > BigInt(AMOUNT.max) * 10n ** BigInt(digits))
    return [{ path: [...path, 'amount'], problem: 'out-of-range', ...AMOUNT }];
  const decimals = amount.amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals <= digits) return [];
  const because = `${amount.currency} has ${String(digits)} decimals`;
  return [{ path: [...path, 'amount'], problem: 'not-allowed-here', because }];
};

const periodProblems = (startOn: string | null, endOn: string | null): readonly Problem[] =>
  startOn !== null && endOn !== null && endOn < startOn
    ? [{ path: ['input', 'endOn'], problem: 'not-allowed-here', because: 'it ends before it starts' }]
    : [];
