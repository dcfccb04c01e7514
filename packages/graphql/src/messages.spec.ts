import type { CommonRefusal, Problem } from '@crm/kernel';

import { languageOf } from './messages.ts';
import { userErrorsOf } from './user-errors.ts';

const PROBLEMS: { readonly [P in Problem['problem']]: Extract<Problem, { problem: P }> | Problem } = {
  required: { path: ['a'], problem: 'required' },
  'not-an-email': { path: ['a'], problem: 'not-an-email' },
  'not-a-phone-number': { path: ['a'], problem: 'not-a-phone-number' },
  'not-a-url': { path: ['a'], problem: 'not-a-url' },
  'not-a-country': { path: ['a'], problem: 'not-a-country' },
  'in-the-future': { path: ['a'], problem: 'in-the-future' },
  'too-long': { path: ['a'], problem: 'too-long', max: 200 },
  'too-many': { path: ['a'], problem: 'too-many', max: 20 },
  'out-of-range': { path: ['a'], problem: 'out-of-range', min: 1, max: 5 },
  'not-allowed-here': { path: ['a'], problem: 'not-allowed-here', because: 'PERSON' },
  'not-an-id': { path: ['a'], problem: 'not-an-id', expected: 'Customer', actual: 'ServiceRequest' },
  'bad-check-digit': { path: ['a'], problem: 'bad-check-digit' },
  unknown: { path: ['a'], problem: 'unknown', what: 'Employee' },
};

const REFUSALS: {
  readonly [K in Exclude<CommonRefusal['kind'], 'invalid-input'>]: Extract<CommonRefusal, { kind: K }>;
} = {
  forbidden: { kind: 'forbidden', permission: 'Customer.create' },
  'not-found': { kind: 'not-found', what: 'Customer', path: ['input', 'id'] },
  conflict: { kind: 'conflict', currentVersion: 7 },
  'read-only-field': { kind: 'read-only-field', path: ['input', 'grade'] },
  'illegal-transition': { kind: 'illegal-transition', from: 'live', to: 'restored', allowed: ['deleted'] },
  taken: { kind: 'taken', path: ['input', 'name'] },
  'idempotency-key-reused': { kind: 'idempotency-key-reused' },
};

describe('a refusal', () => {
  it.each(Object.values(REFUSALS))('is told in both languages, with what a program acts on: $kind', (refusal) => {
    const [[english], [chinese]] = [userErrorsOf(refusal, 'en'), userErrorsOf(refusal, 'zh-CN')];

    expect(english?.message).toMatch(/^[ -~’]+\.$/);
    expect(chinese?.message).toMatch(/\p{Script=Han}.*。$/u);
    expect({ ...chinese, message: '' }).toEqual({ ...english, message: '' });
    expect(english?.code).toBe(
      refusal.kind === 'not-found' ? 'NOT_FOUND' : refusal.kind.toUpperCase().replaceAll('-', '_'),
    );
    expect(english?.path[0]).toBe('input');
  });

  it.each(Object.values(PROBLEMS))('names the value that is wrong, in both languages: $problem', (problem) => {
    const refusal = { kind: 'invalid-input', problems: [problem, { path: ['b'], problem: 'required' }] } as const;
    const [english, chinese] = [userErrorsOf(refusal, 'en'), userErrorsOf(refusal, 'zh-CN')];

    expect(english.map(({ path }) => path)).toEqual([['a'], ['b']]);
    expect(english[0]?.message).toMatch(/\.$/);
    expect(chinese[0]?.message).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('gives a conflict the record as it is now', () => {
    expect(userErrorsOf(REFUSALS.conflict, 'en', { name: 'new' })).toMatchObject([
      { __typename: 'ConflictError', currentVersion: 7, current: { name: 'new' } },
    ]);
  });

  it('says of an id of another type what it is and what was expected', () => {
    const refusal = { kind: 'invalid-input', problems: [PROBLEMS['not-an-id']] } as const;
    expect(userErrorsOf(refusal, 'en')).toMatchObject([
      { code: 'INVALID_ID', message: 'This is the id of a service request; the id of a customer is expected.' },
    ]);
    expect(userErrorsOf(refusal, 'zh-CN')[0]?.message).toBe('这是服务请求的标识，此处需要客户的标识。');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW, en;q=0.9', 'zh-CN'],
    ['en;q=0.5, ZH-cn;q=0.9', 'zh-CN'],
    ['de-DE, en-GB;q=0.8, zh;q=0.1', 'en'],
    ['fr, zh;q=0.2', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['zh;q=0', 'en'],
    [';;;q=,', 'en'],
  ] as const)('for %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
