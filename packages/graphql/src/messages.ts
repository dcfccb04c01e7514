import type { CommonRefusal, IdType, Problem } from '@crm/kernel';

/** Languages that messages are written in. */
export type Language = 'en' | 'zh-CN';

/** The best language we have for an `Accept-Language` header; English when none fits. */
export const languageOf = (header: string | undefined): Language => {
  const wanted = (header ?? '')
    .split(',')
    .map((each) => {
      const [tag = '', ...parameters] = each.trim().split(';');
      const q = parameters.find((p) => p.trim().startsWith('q='));
      return { tag: tag.toLowerCase(), weight: q ? Number(q.trim().slice(2)) : 1 };
    })
    // Weight 0 says "not this one" (RFC 9110, 12.4.2).
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))?.tag.startsWith('zh') ? 'zh-CN' : 'en';
};

const THINGS: Record<string, string> = {
  Customer: '客户',
  Contact: '联系人',
  Employee: '员工',
  Department: '部门',
  Role: '角色',
  Lead: '线索',
  Product: '产品',
  Contract: '合同',
  ServiceRequest: '服务请求',
  Campaign: '市场活动',
};

const thing = (type: IdType, language: Language) =>
  language === 'en' ? type.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase() : (THINGS[type] ?? type);

/** Says in a person's language what is wrong with a value. */
export const problemMessage = (problem: Problem, language: Language): string =>
  language === 'en' ? englishProblem(problem) : chineseProblem(problem);

// One line per case: longer to split than to read.
// eslint-disable-next-line complexity
const englishProblem = (p: Problem): string => {
  switch (p.problem) {
    case 'required':
      return 'This is needed.';
    case 'not-an-email':
      return 'This is not an e-mail address.';
    case 'not-a-phone-number':
      return 'This is not a phone number; give it with the country code, like +86 10 6552 9988.';
    case 'not-a-url':
      return 'This is not a web address.';
    case 'not-a-country':
      return 'This is not a country code.';
    case 'in-the-future':
      return 'This lies in the future.';
    case 'bad-check-digit':
      return 'The check digit is wrong: a character was mistyped.';
    case 'too-long':
      return `This is longer than ${String(p.max)} characters.`;
    case 'too-many':
      return `These are more than ${String(p.max)}.`;
    case 'out-of-range':
      return `This must be from ${String(p.min)} to ${String(p.max)}.`;
    case 'not-allowed-here':
      return `This cannot be given here: ${p.because}.`;
    case 'not-an-id':
      return p.actual
        ? `This is the id of a ${thing(p.actual, 'en')}; the id of a ${thing(p.expected, 'en')} is expected.`
        : `This is not the id of a ${thing(p.expected, 'en')}.`;
    case 'unknown':
      return `There is no such ${thing(p.what, 'en')}.`;
  }
};

// eslint-disable-next-line complexity
const chineseProblem = (p: Problem): string => {
  switch (p.problem) {
    case 'required':
      return '此项必填。';
    case 'not-an-email':
      return '不是有效的电子邮箱地址。';
    case 'not-a-phone-number':
      return '不是有效的电话号码；请带国家代码，例如 +86 10 6552 9988。';
    case 'not-a-url':
      return '不是有效的网址。';
    case 'not-a-country':
      return '不是有效的国家代码。';
    case 'in-the-future':
      return '不能是将来的日期。';
    case 'bad-check-digit':
      return '校验位不正确，请检查输入。';
    case 'too-long':
      return `不能超过 ${String(p.max)} 个字符。`;
    case 'too-many':
      return `不能超过 ${String(p.max)} 个。`;
    case 'out-of-range':
      return `必须在 ${String(p.min)} 到 ${String(p.max)} 之间。`;
    case 'not-allowed-here':
      return `此处不能填写：${p.because}。`;
    case 'not-an-id':
      return p.actual
        ? `这是${thing(p.actual, 'zh-CN')}的标识，此处需要${thing(p.expected, 'zh-CN')}的标识。`
        : `不是${thing(p.expected, 'zh-CN')}的标识。`;
    case 'unknown':
      return `${thing(p.what, 'zh-CN')}不存在。`;
  }
};

type Messages = {
  readonly [R in Exclude<CommonRefusal, { kind: 'invalid-input' }> as R['kind']]: (refusal: R) => string;
};

export const refusalMessages: Readonly<Record<Language, Messages>> = {
  en: {
    forbidden: ({ permission }) => `Your role does not allow this: ${permission}.`,
    'not-found': ({ what }) => `There is no such ${thing(what, 'en')}, or you may not see it.`,
    conflict: ({ currentVersion }) =>
      `Someone changed this in the meantime; it is at version ${String(currentVersion)} now. Read it again.`,
    'read-only-field': () => 'Your role may read this field and not change it.',
    'illegal-transition': ({ from, to, allowed }) =>
      `${from} cannot become ${to}; possible now: ${allowed.join(', ') || 'nothing'}.`,
    taken: () => 'Another record has this value already.',
    'idempotency-key-reused': () => 'This idempotency key was used before, with another input.',
  },
  'zh-CN': {
    forbidden: ({ permission }) => `您的角色没有此权限：${permission}。`,
    'not-found': ({ what }) => `${thing(what, 'zh-CN')}不存在或您无权查看。`,
    conflict: ({ currentVersion }) => `记录已被他人修改，当前版本为 ${String(currentVersion)}，请重新读取。`,
    'read-only-field': () => '您的角色只能查看此字段，不能修改。',
    'illegal-transition': ({ from, to, allowed }) =>
      `${from} 不能变为 ${to}；当前可变为：${allowed.join('、') || '无'}。`,
    taken: () => '该值已被其他记录使用。',
    'idempotency-key-reused': () => '此幂等键已用于不同的输入。',
  },
};
