import { assert, array, bigInt, property } from 'fast-check';

import { allocate, fromMinor, toMinor } from './money.ts';

describe('money', () => {
  it.each([
    { amount: '1234.56', currency: 'CNY', minor: 123456n },
    { amount: '1235', currency: 'JPY', minor: 1235n },
    { amount: '1.234', currency: 'KWD', minor: 1234n },
    { amount: '-0.01', currency: 'EUR', minor: -1n },
  ])('keeps $amount $currency as $minor smallest units and back', ({ amount, currency, minor }) => {
    expect(toMinor({ amount, currency })).toBe(minor);
    expect(fromMinor(minor, currency)).toEqual({ amount, currency });
  });

  it('rounds half to even, once', () => {
    expect([toMinor({ amount: '0.125', currency: 'CNY' }), toMinor({ amount: '0.135', currency: 'CNY' })]).toEqual([
      12n,
      14n,
    ]);
  });

  it('splits so that the parts sum to the whole, none further than one unit from its share', () => {
    assert(
      property(bigInt(-(10n ** 15n), 10n ** 15n), array(bigInt(0n, 10n ** 9n), { minLength: 1 }), (units, weights) => {
        const parts = allocate(units, weights);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(units);
        const sum = weights.reduce((total, weight) => total + weight, 0n);
        if (sum === 0n) return;
        parts.forEach((part, place) => {
          const distance = part * sum - units * (weights[place] ?? 0n);
          expect(distance < sum && distance > -sum).toBe(true);
        });
      }),
    );
  });

  it('gives what cannot be split to the largest remainder, then to the earlier', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [1n, 2n, 1n])).toEqual([3n, 5n, 2n]);
  });
});
