import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

import type { Refused } from '../refused.ts';

/** What the graph says about a record, to the one who asks. */
export type Answer =
  /** It is there for this reader; `result` is what the client gets. */
  | { readonly kind: 'there'; readonly version: number | null; readonly result: FormattedExecutionResult }
  /** It is there, and nothing more will be told of it: this is the last. */
  | { readonly kind: 'over'; readonly result: FormattedExecutionResult }
  /** It does not exist, does not pass the filter, or is not this reader's to see. */
  | { readonly kind: 'absent' }
  /** The graph could not or would not say. */
  | { readonly kind: 'failed'; readonly isPassing: boolean; readonly refused: Refused };

/** Codes of failures that may be over in a moment. */
const PASSING = new Set<unknown>(['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'REQUEST_TIMED_OUT']);

export const failedWith = (errors: readonly GraphQLFormattedError[]) => {
  const isPassing = errors.every(({ extensions }) => PASSING.has(extensions?.code));
  return { kind: 'failed', isPassing, refused: { status: isPassing ? 503 : 400, errors } } as const satisfies Answer;
};

/** The part of an answer that tells of errors. */
export const errorsPart = (errors: readonly GraphQLFormattedError[]) => (errors.length > 0 ? { errors } : {});
