/** The languages that titles are written in. */
type Language = 'en' | 'zh-CN';

type Title = Readonly<Record<Language, string>>;

const title = (en: string, chinese: string): Title => ({ en, 'zh-CN': chinese });

/** What cannot be said by putting a thing and what became of it side by side. */
const TITLES: Readonly<Record<string, Title>> = {
  'customer.customer-lifecycle-changed': title('Customer moved on in its lifecycle', '客户生命周期已变更'),
  'customer.customer-owner-changed': title('Customer given to another owner', '客户负责人已变更'),
  'customer.record-shared': title('Customer shared', '客户已共享'),
  'customer.record-unshared': title('Customer no longer shared', '客户已取消共享'),
};

const THINGS: Readonly<Record<string, string>> = {
  campaign: '市场活动',
  contact: '联系人',
  contract: '合同',
  customer: '客户',
  lead: '线索',
  order: '订单',
  product: '产品',
  quote: '报价',
  'service-request': '服务请求',
};

const HAPPENED: Readonly<Record<string, string>> = {
  activated: '已激活',
  approved: '已批准',
  archived: '已归档',
  assigned: '已分配',
  cancelled: '已取消',
  captured: '已获取',
  closed: '已关闭',
  completed: '已完成',
  contacted: '已联系',
  converted: '已转化',
  created: '已创建',
  deleted: '已删除',
  disqualified: '已判定不合格',
  erased: '已抹除个人数据',
  expired: '已过期',
  nurtured: '已转入培育',
  opened: '已打开',
  'owner-changed': '负责人已变更',
  published: '已发布',
  qualified: '已判定合格',
  rejected: '已拒绝',
  reopened: '已重新打开',
  resolved: '已解决',
  restored: '已恢复',
  retired: '已停用',
  signed: '已签署',
  'stage-changed': '阶段已变更',
  'status-changed': '状态已变更',
  submitted: '已提交',
  updated: '已更新',
  voided: '已作废',
};

/** `customer.contact-created.v1` in words: "Contact created". What has no Chinese words yet is said in English. */
export const titleOf = (type: string, language: Language): string => {
  const name = type.replace(/\.v\d+$/, '');
  const what = name.slice(name.indexOf('.') + 1);
  return TITLES[name]?.[language] ?? (language === 'zh-CN' ? chinese(what) : null) ?? english(what);
};

const english = (what: string) => {
  const words = what.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const chinese = (what: string): string | null => {
  const thing = Object.keys(THINGS).find((each) => what.startsWith(`${each}-`));
  const happened = thing && HAPPENED[what.slice(thing.length + 1)];
  return thing && happened ? `${THINGS[thing] ?? ''}${happened}` : null;
};

export type Detail = { readonly name: string; readonly value: string };

/** Details that tell of a field of another name: who may not see the field may not see them either. */
const TELLS_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'customer.customer-lifecycle-changed': { from: 'lifecycle', to: 'lifecycle', isPinned: 'lifecycle' },
  'customer.customer-owner-changed': { fromOwnerId: 'owner', toOwnerId: 'owner', departmentId: 'department' },
};

/** The customer is the one whose timeline it is. */
const SELF_EVIDENT: readonly string[] = ['customerId'];

/**
 * What an event says, one value at a time, without what it leaves open and what the reader's role hides.
 * @param hides whether a field of the subject is hidden from the reader, or shown to him in part only.
 */
export const detailsOf = (
  type: string,
  data: Readonly<Record<string, unknown>>,
  hides: (field: string) => boolean,
): readonly Detail[] => {
  const tells = TELLS_OF[type.replace(/\.v\d+$/, '')] ?? {};
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || SELF_EVIDENT.includes(name) || hides(tells[name] ?? name.replace(/Id$/, ''))) return [];
    return [{ name, value: inWords(value) }];
  });
};

const inWords = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(inWords).join(', ') : JSON.stringify(value);
};
