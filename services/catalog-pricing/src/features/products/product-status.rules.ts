import { type Result, accept, refuse } from '@crm/kernel';

export type ProductStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** Where a product can go from where it is. What was sold once stays what it was: nothing leads back. */
export const PRODUCT_TRANSITIONS: Readonly<Record<ProductStatus, readonly ProductStatus[]>> = {
  DRAFT: ['PUBLISHED'],
  PUBLISHED: ['RETIRED'],
  RETIRED: [],
};

type IllegalTransition = {
  readonly kind: 'illegal-transition';
  readonly from: ProductStatus;
  readonly to: ProductStatus;
  readonly allowed: readonly ProductStatus[];
};

/** The status after a move; refused with the statuses that can be reached instead. */
export const moveProduct = (from: ProductStatus, to: ProductStatus): Result<ProductStatus, IllegalTransition> =>
  PRODUCT_TRANSITIONS[from].includes(to)
    ? accept(to)
    : refuse({ kind: 'illegal-transition', from, to, allowed: PRODUCT_TRANSITIONS[from] });
