import type { CommonRefusal, Problem } from '@crm/kernel';

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
): readonly CommonUserError<Current>[] =>
  refusal.kind === 'invalid-input'
    ? refusal.problems.map((problem) => plain(codeOf(problem), problemMessage(problem, language), problem.path))
    : [errorOf(refusal, language, current)];

type Single = Exclude<CommonRefusal, { kind: 'invalid-input' }>;
type PlainCode = Extract<CommonUserError, { __typename: 'PlainUserError' }>['code'];

const plain = (code: PlainCode, message: string, path: readonly string[]) =>
  ({ __typename: 'PlainUserError', code, message, path }) as const;

const codeOf = ({ problem }: Problem): PlainCode => {
  if (problem === 'not-an-id') return 'INVALID_ID';
  return problem === 'unknown' ? 'NOT_FOUND' : 'INVALID_INPUT';
};

const errorOf = <Current>(refusal: Single, language: Language, current: Current | null): CommonUserError<Current> => {
  const say = refusalMessages[language];
  switch (refusal.kind) {
    case 'not-found':
      return plain('NOT_FOUND', say['not-found'](refusal), refusal.path);
    case 'read-only-field':
      return plain('READ_ONLY_FIELD', say['read-only-field'](refusal), refusal.path);
    case 'taken':
      return plain('TAKEN', say.taken(refusal), refusal.path);
    case 'idempotency-key-reused':
      return plain('IDEMPOTENCY_KEY_REUSED', say['idempotency-key-reused'](refusal), ['input', 'idempotencyKey']);
    case 'forbidden': {
      const { permission } = refusal;
      return {
        __typename: 'ForbiddenError',
        code: 'FORBIDDEN',
        message: say.forbidden(refusal),
        path: ['input'],
        permission,
      };
    }
    case 'illegal-transition': {
      const [message, { allowed }] = [say['illegal-transition'](refusal), refusal];
      return { __typename: 'IllegalTransitionError', code: 'ILLEGAL_TRANSITION', message, path: ['input'], allowed };
    }
    case 'conflict': {
      const [message, { currentVersion }] = [say.conflict(refusal), refusal];
      const path = ['input', 'expectedVersion'];
      return { __typename: 'ConflictError', code: 'CONFLICT', message, path, currentVersion, current };
    }
  }
};
