import { type Caller, matches } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Transact, type Work, once, refuseTaken } from '@crm/persistence';

import { productCreated, productState } from './product.event.ts';
import { products } from './product.repository.ts';
import { type Product, type ProductChanges, type ProductId, draftProduct } from './product.rules.ts';

export type NewProduct = ProductChanges & { readonly idempotencyKey?: string | null };

export type CreateProduct = (caller: Caller, input: NewProduct) => Promise<Result<ProductId, CommonRefusal>>;

export type ProductParts = { readonly transact: Transact; readonly clock: Clock };

/** The input whose value a unique index protects. */
export const TAKEN = refuseTaken({ product_code: ['input', 'code'] });

/** Enters what we may sell, as a draft. */
export const createProduct =
  (parts: ProductParts): CreateProduct =>
  (caller, input) =>
    parts
      .transact(caller.actor, (work) => {
        const said = { operation: 'createProduct', key: input.idempotencyKey, input };
        return once(work, said, () => addProduct(parts, work, caller, input));
      })
      .catch(TAKEN);

const addProduct = async (
  { clock }: ProductParts,
  work: Work,
  caller: Caller,
  input: NewProduct,
): Promise<Result<ProductId, CommonRefusal>> => {
  const id = newId('Product', clock.now().getTime());
  if (!matches(caller.access.predicate('Product', 'create'), { record: id }, [], new Date(0))) {
    return refuse({ kind: 'forbidden', permission: 'Product.create' });
  }
  const draft = draftProduct(input);
  if (!draft.ok) return draft;

  const product: Product = { ...draft.value, id, status: 'DRAFT', ...born(caller, clock.now()) };
  const at = await work.claim('product', id);
  await products(work.db).add(product);
  work.announce(productCreated(at, product), productState(at, product));
  return accept(id);
};

const born = ({ actor }: Caller, now: Date) => ({
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
});
