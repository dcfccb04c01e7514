import { type Action, type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { products } from './product.repository.ts';
import type { Product, ProductId } from './product.rules.ts';

/** Nobody owns a product: only the scope ALL reaches it, or a share. */
export const GUARDED_PRODUCT: Guarded = {
  type: 'Product',
  from: 'product t',
  id: 't.id',
  columns: { record: 't.id' },
};

/** A product and the version at which the caller read it. */
export type At = { readonly id: ProductId; readonly expectedVersion: number };

type Held = { readonly product: Product; readonly at: Awaited<ReturnType<Work['claim']>> };

/**
 * Locks a product, checks that the caller may do this to it, and that it is at the version the caller read.
 * What he may not see does not exist; what is in the bin can be restored and nothing else.
 */
export const holdProduct = async (
  { db, claim }: Work,
  { access }: Caller,
  action: Action,
  { id, expectedVersion }: At,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('product', id);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_PRODUCT, id);
  const product = reach === 'hidden' ? null : await products(db).find(id);
  if (!product) return refuse({ kind: 'not-found', what: 'Product', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Product.${action}` });
  if (product.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: product.version });
  const state = inState(product, action === 'restore' ? 'deleted' : 'live');
  return state.ok ? accept({ product, at }) : state;
};

const inState = ({ deletedAt }: Product, wanted: 'live' | 'deleted'): Result<null, CommonRefusal> => {
  const actual = deletedAt === null ? 'live' : 'deleted';
  if (actual === wanted) return accept(null);
  const [to, allowed] = wanted === 'live' ? ['changed', 'restored'] : ['restored', 'deleted'];
  return refuse({ kind: 'illegal-transition', from: actual, to, allowed: [allowed] });
};
