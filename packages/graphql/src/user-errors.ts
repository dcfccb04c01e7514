import type { CommonRefusal } from '@crm/kernel';

import { type Language, problemMessage, refusalMessages } from './messages.ts';

type Base<Name extends string, Code extends string> = {
  readonly __typename: Name;
  readonly code: Code;
  readonly message: string;
  readonly path: readonly string[];
};

/** The common refusals as members of `userErrors`. */
export type CommonUserError<Current = null> =
  | Base<
      'PlainUserError',
      'NOT_FOUND' | 'INVALID_INPUT' | 'INVALID_ID' | 'IDEMPOTENCY_KEY_REUSED' | 'READ_ONLY_FIELD' | 'TAKEN'
    >
  | (Base<'ConflictError', 'CONFLICT'> & { readonly currentVersion: number; readonly current: Current | null })
  | (Base<'ForbiddenError', 'FORBIDDEN'> & { readonly permission: string })
  | (Base<'IllegalTransitionError', 'ILLEGAL_TRANSITION'> & { readonly allowed: readonly string[] });

/**
 * What a refusal looks like in a payload: one error, or one for each value that is wrong.
 * @param current the record as it is now, for a conflict.
 */
export const userErrorsOf = <Current = null>(
  refusal: CommonRefusal,
  language: Language,
  current: Current | null = null,
): readonly CommonUserError<Current>[] => {
  const say = refusalMessages[language];
  switch (refusal.kind) {
    case 'invalid-input':
      return refusal.problems.map((each) => ({
        __typename: 'PlainUserError',
        code: each.problem === 'not-an-id' ? 'INVALID_ID' : each.problem === 'unknown' ? 'NOT_FOUND' : 'INVALID_INPUT',
        message: problemMessage(each, language),
        path: each.path,
      }));
    case 'forbidden':
      return [
        {
          __typename: 'ForbiddenError',
          code: 'FORBIDDEN',
          message: say.forbidden(refusal),
          path: ['input'],
          permission: refusal.permission,
        },
      ];
    case 'not-found':
      return [
        { __typename: 'PlainUserError', code: 'NOT_FOUND', message: say['not-found'](refusal), path: refusal.path },
      ];
    case 'conflict':
      return [
        {
          __typename: 'ConflictError',
          code: 'CONFLICT',
          message: say.conflict(refusal),
          path: ['input', 'expectedVersion'],
          currentVersion: refusal.currentVersion,
          current,
        },
      ];
    case 'read-only-field':
      return [
        {
          __typename: 'PlainUserError',
          code: 'READ_ONLY_FIELD',
          message: say['read-only-field'](refusal),
          path: refusal.path,
        },
      ];
    case 'illegal-transition':
      return [
        {
          __typename: 'IllegalTransitionError',
          code: 'ILLEGAL_TRANSITION',
          message: say['illegal-transition'](refusal),
          path: ['input'],
          allowed: refusal.allowed,
        },
      ];
    case 'taken':
      return [{ __typename: 'PlainUserError', code: 'TAKEN', message: say.taken(refusal), path: refusal.path }];
    case 'idempotency-key-reused':
      return [
        {
          __typename: 'PlainUserError',
          code: 'IDEMPOTENCY_KEY_REUSED',
          message: say['idempotency-key-reused'](refusal),
          path: ['input', 'idempotencyKey'],
        },
      ];
  }
};
