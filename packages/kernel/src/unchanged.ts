import { type Result, accept, refuse } from './result.ts';

/** What was asked for is so already. */
export type Unchanged<Value> = { readonly kind: 'unchanged'; readonly value: Value };

/**
 * Nothing is to be done. Refused inside a transaction, so that the version which was claimed for a change is given
 * back; `settled` makes it an acceptance again outside.
 */
export const unchanged = <Value>(value: Value) => refuse<Unchanged<Value>>({ kind: 'unchanged', value });

/** The decision as the caller is told it: what is so already is well. */
export const settled = <Value, Refusal extends { readonly kind: string }>(
  decision: Result<Value, Refusal | Unchanged<Value>>,
): Result<Value, Refusal> => {
  if (decision.ok) return decision;
  const { refusal } = decision;
  if (refusal.kind !== 'unchanged') {
    // Whatever is not the one above is a refusal of the command's own.
    return refuse(refusal as Refusal);
  }
  // No refusal of a command calls itself so but the one above.
  return accept((refusal as Unchanged<Value>).value);
};
