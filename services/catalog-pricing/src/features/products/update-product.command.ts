import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { type ProductParts, TAKEN } from './create-product.command.ts';
import { productChanged, productState } from './product.event.ts';
import { type At, holdProduct } from './product.guard.ts';
import { products } from './product.repository.ts';
import { type Product, type ProductChanges, type ProductId, changeProduct } from './product.rules.ts';

export type ProductUpdate = ProductChanges & At;

export type UpdateProduct = (caller: Caller, input: ProductUpdate) => Promise<Result<ProductId, CommonRefusal>>;

/** Refused inside only: so the version that was claimed for a change is given back when there is none. */
type Unchanged = { readonly kind: 'unchanged' };

/** Corrects what we know of a product. */
export const updateProduct =
  ({ transact, clock }: ProductParts): UpdateProduct =>
  async (caller, input) => {
    const decision = await transact(caller.actor, (work) => change(work, clock, caller, input)).catch(TAKEN);
    if (decision.ok) return decision;
    const { refusal } = decision;
    return refusal.kind === 'unchanged' ? accept(input.id) : refuse(refusal);
  };

const change = async (
  work: Work,
  clock: Clock,
  caller: Caller,
  input: ProductUpdate,
): Promise<Result<ProductId, CommonRefusal | Unchanged>> => {
  const held = await holdProduct(work, caller, 'update', input);
  if (!held.ok) return held;
  const { product, at } = held.value;
  const draft = changeProduct(product, input);
  if (!draft.ok) return draft;
  const { details, changed } = draft.value;
  if (changed.length === 0) return refuse({ kind: 'unchanged' });
  const locked = changed.find((field) => caller.access.readOnly('Product', field));
  if (locked) return refuse({ kind: 'read-only-field', path: ['input', locked] });

  const now = clock.now();
  const after: Product = {
    ...product,
    ...details,
    version: at.version,
    updatedAt: now,
    updatedBy: caller.actor.employee,
  };
  await products(work.db).save(after);
  work.announce(productChanged(at, after, changed), productState(at, after));
  return accept(product.id);
};
