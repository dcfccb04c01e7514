import { type Id, type Problem, type Result, accept, refuse } from '@crm/kernel';

import type { ProductStatus } from './product-status.rules.ts';

export type ProductId = Id<'Product'>;
export type ProductKind = 'GOODS' | 'SERVICE' | 'SUBSCRIPTION' | 'PART';

/** What people say of a product, and may correct. */
export type ProductDetails = {
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  /** What one of it is: a piece, a metre, an hour. */
  readonly unit: string;
  readonly kind: ProductKind;
  readonly taxClass: string | null;
  readonly isSerialTracked: boolean;
};

/** A product as it stands. */
export type Product = ProductDetails & {
  readonly id: ProductId;
  readonly status: ProductStatus;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: Id<'Employee'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
  readonly deletedAt: Date | null;
};

/** What the input says; a field left out is not said. */
export type ProductChanges = { readonly [Field in keyof ProductDetails]?: ProductDetails[Field] | null };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

const PLAIN: ProductDetails = {
  code: '',
  name: '',
  description: null,
  unit: '',
  kind: 'GOODS',
  taxClass: null,
  isSerialTracked: false,
};

// The keys of a constant of exactly this type.
const DETAIL_NAMES = Object.keys(PLAIN) as readonly (keyof ProductDetails)[];
const NEEDED = ['code', 'name', 'unit', 'kind', 'isSerialTracked'] as const;
const LIMITS = { code: 60, name: 200, description: 10_000, unit: 20, taxClass: 60 } as const;

export const draftProduct = (said: ProductChanges): Result<ProductDetails, InvalidInput> => read(PLAIN, said);

/** The details after a change, and the names of those that differ. */
export const changeProduct = (
  current: ProductDetails,
  said: ProductChanges,
): Result<{ readonly details: ProductDetails; readonly changed: readonly string[] }, InvalidInput> => {
  const decision = read(current, said);
  if (!decision.ok) return decision;
  const details = decision.value;
  return accept({ details, changed: DETAIL_NAMES.filter((name) => current[name] !== details[name]) });
};

const read = (current: ProductDetails, said: ProductChanges): Result<ProductDetails, InvalidInput> => {
  const each = DETAIL_NAMES.map((name) => [name, said[name] === undefined ? current[name] : tidy(said[name])]);
  // Each name of the details once; those that must not be null are refused below.
  const details = Object.fromEntries(each) as ProductDetails;
  const problems = [...missing(details), ...tooLong(details)];
  return problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(details);
};

const tidy = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim() || null : value);

const missing = (details: Readonly<Record<string, unknown>>): readonly Problem[] =>
  NEEDED.filter((name) => details[name] === null || details[name] === '').map((name) => ({
    path: ['input', name],
    problem: 'required',
  }));

const tooLong = (details: Readonly<Record<string, unknown>>): readonly Problem[] =>
  Object.entries(LIMITS).flatMap(([name, max]): readonly Problem[] => {
    const value = details[name];
    return typeof value === 'string' && value.length > max ? [{ path: ['input', name], problem: 'too-long', max }] : [];
  });
