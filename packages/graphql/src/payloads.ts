import type { CommonRefusal, Result } from '@crm/kernel';

import type { Language } from './messages.ts';
import { type CommonUserError, userErrorsOf } from './user-errors.ts';

type Loaded<Row, Name extends string> = Row & { readonly __typename: Name };

/** What a mutation of one record answers: the record, or why there is none; never both. */
export type RecordPayload<Row, Name extends string> =
  | { readonly record: Row; readonly userErrors: readonly [] }
  | { readonly record: null; readonly userErrors: readonly CommonUserError<Loaded<Row, Name>>[] };

/**
 * Turns a decision into an answer: the record as it is after the change, or the refusal in the reader's language. After
 * a conflict the error carries the record as it is now. `load` must not answer from before the change.
 */
export const recordPayload = async <Row extends object, Name extends string>(
  name: Name,
  decision: Result<string, CommonRefusal>,
  asked: string | null,
  load: (id: string) => Promise<Row | null>,
  language: Language,
): Promise<RecordPayload<Row, Name>> => {
  if (decision.ok) {
    const record = await load(decision.value);
    return record ? { record, userErrors: [] } : { record: null, userErrors: [] };
  }
  const current = decision.refusal.kind === 'conflict' && asked ? await load(asked) : null;
  const named = current && { ...current, __typename: name };
  return { record: null, userErrors: userErrorsOf(decision.refusal, language, named) };
};
