import fc from 'fast-check';

import { PRODUCT_TRANSITIONS, type ProductStatus, moveProduct } from './product-status.rules.ts';

const status = fc.constantFrom(...(Object.keys(PRODUCT_TRANSITIONS) as ProductStatus[]));

describe('the life of a product', () => {
  it('goes from draft to published to retired, one step at a time and never back', () => {
    const order: readonly ProductStatus[] = ['DRAFT', 'PUBLISHED', 'RETIRED'];
    fc.assert(
      fc.property(status, status, (from, to) => {
        expect(moveProduct(from, to).ok).toBe(order.indexOf(to) === order.indexOf(from) + 1);
      }),
    );
  });

  it('tells who asks for another step which ones are open', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        const decision = moveProduct(from, to);
        if (decision.ok) return;
        expect(decision.refusal).toEqual({
          kind: 'illegal-transition',
          from,
          to,
          allowed: PRODUCT_TRANSITIONS[from],
        });
      }),
    );
  });
});
