import Big from 'big.js';

/** Strict: a number with a fraction is refused, since it has lost digits before it came here. */
const Exact = Big();
Exact.strict = true;
Exact.DP = 20;

/** An exact amount: decimal text and an ISO 4217 code. Never a float. */
export type Money = { readonly amount: string; readonly currency: string };

/** Digits of the currency's smallest unit: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217, as the platform knows it). */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Whole minor units (cents) as an amount: 123456n CNY is 1234.56. */
export const fromMinor = (units: bigint, currency: string): Money => {
  const digits = minorDigits(currency);
  return { amount: new Exact(units.toString()).div(new Exact('10').pow(digits)).toFixed(digits), currency };
};

/** The amount in whole minor units, rounded half-even once. Throws on text that is no decimal number. */
export const toMinor = ({ amount, currency }: Money): bigint => {
  const scaled = new Exact(amount).times(new Exact('10').pow(minorDigits(currency)));
  return BigInt(scaled.round(0, Big.roundHalfEven).toFixed(0));
};

/**
 * Splits whole units by weights so that the parts always sum to the whole: each gets its floor, and what is left goes
 * to the largest remainders, ties to the earlier (largest-remainder method, Hamilton). All weights 0: evenly.
 * Weights are not negative; a negative whole is split like its amount and negated.
 */
export const allocate = (units: bigint, weights: readonly bigint[]): readonly bigint[] => {
  if (units < 0n) return allocate(-units, weights).map((part) => -part);
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n)
    return weights.length === 0
      ? []
      : allocate(
          units,
          weights.map(() => 1n),
        );

  const parts = weights.map((weight, place) => ({
    place,
    whole: (units * weight) / sum,
    remainder: (units * weight) % sum,
  }));
  const left = Number(units - parts.reduce((total, { whole }) => total + whole, 0n));
  const favoured = new Set(
    parts
      .toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.place - b.place)
      .slice(0, left)
      .map(({ place }) => place),
  );
  return parts.map(({ whole, place }) => whole + (favoured.has(place) ? 1n : 0n));
};
