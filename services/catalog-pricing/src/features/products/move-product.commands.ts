import type { Action, Caller } from '@crm/access';
import type { AggregateAt, Fact } from '@crm/contracts';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';

import { type ProductParts, TAKEN } from './create-product.command.ts';
import { type ProductStatus, moveProduct } from './product-status.rules.ts';
import { productDeleted, productPublished, productRestored, productRetired, productState } from './product.event.ts';
import { type At, holdProduct } from './product.guard.ts';
import { products } from './product.repository.ts';
import type { Product, ProductId } from './product.rules.ts';

export type MoveProduct = (caller: Caller, input: At) => Promise<Result<ProductId, CommonRefusal>>;

type Move = {
  readonly action: Action;
  readonly decide: (product: Product, now: Date) => Result<Partial<Product>, CommonRefusal>;
  readonly announce: (at: AggregateAt, product: Product) => Fact;
};

/** Hold, decide, save, announce: what all moves have in common. */
const move =
  ({ action, decide, announce }: Move) =>
  ({ transact, clock }: ProductParts): MoveProduct =>
  (caller, input) =>
    transact(caller.actor, async (work) => {
      const held = await holdProduct(work, caller, action, input);
      if (!held.ok) return held;
      const { product, at } = held.value;
      const now = clock.now();
      const to = decide(product, now);
      if (!to.ok) return to;
      if (to.value.status && caller.access.readOnly('Product', 'status')) {
        return refuse({ kind: 'read-only-field', path: ['input'] });
      }

      const stamp = { version: at.version, updatedAt: now, updatedBy: caller.actor.employee };
      const after: Product = { ...product, ...to.value, ...stamp };
      await products(work.db).save(after);
      work.announce(announce(at, after), productState(at, after));
      return accept(product.id);
    }).catch(TAKEN);

const to = (status: ProductStatus) => (product: Product) => {
  const moved = moveProduct(product.status, status);
  return moved.ok ? accept({ status: moved.value }) : moved;
};

export const publishProduct = move({ action: 'update', decide: to('PUBLISHED'), announce: productPublished });
export const retireProduct = move({ action: 'update', decide: to('RETIRED'), announce: productRetired });

export const deleteProduct = move({
  action: 'delete',
  decide: (_product, now) => accept({ deletedAt: now }),
  announce: productDeleted,
});

/** Refused while another live product has its code. */
export const restoreProduct = move({
  action: 'restore',
  decide: () => accept({ deletedAt: null }),
  announce: productRestored,
});
