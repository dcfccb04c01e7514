import { ALL_CONTRACTS, type Contract, isState } from '@crm/contracts';

import { detailsOf, titleOf } from './timeline.rules.ts';

const seesAll = () => false;

describe('the title of an event', () => {
  it('says what became of what, in the reader’s language', () => {
    expect(titleOf('customer.contact-created.v1', 'en')).toBe('Contact created');
    expect(titleOf('customer.contact-created.v1', 'zh-CN')).toBe('联系人已创建');
  });

  it('tells a change of owner from other changes', () => {
    expect(titleOf('customer.customer-owner-changed.v1', 'en')).toBe('Customer given to another owner');
    expect(titleOf('customer.customer-owner-changed.v1', 'zh-CN')).toBe('客户负责人已变更');
  });

  it('is in English for what has no words yet, rather than missing', () => {
    expect(titleOf('sales.visit-checked-in.v1', 'zh-CN')).toBe('Visit checked in');
  });

  const belongsOnTimelines = (promise: Contract) =>
    !isState(promise) && (/^(customer|record-share)$/.test(promise.aggregate) || 'customerId' in promise.data.shape);

  it.each(ALL_CONTRACTS.filter(belongsOnTimelines))('is Chinese for $type', ({ type }) => {
    expect(titleOf(type, 'zh-CN')).toMatch(/^[\u4e00-\u9fff]+$/);
  });
});

describe('the details of an event', () => {
  it('leave out what is not known and whose timeline it is', () => {
    expect(
      detailsOf('sales.visit-planned.v1', { customerId: 'c', place: null, changed: ['name', 'city'] }, seesAll),
    ).toEqual([{ name: 'changed', value: 'name, city' }]);
  });

  it('leave out what the reader may not see of the record, under whatever name', () => {
    const data = { from: 'PROSPECT', to: 'ACTIVE', isPinned: false };
    expect(detailsOf('customer.customer-lifecycle-changed.v1', data, (field) => field === 'lifecycle')).toEqual([]);
    expect(
      detailsOf('customer.customer-created.v1', { ownerId: 'e', source: 'FAIR' }, (field) => field === 'owner'),
    ).toEqual([{ name: 'source', value: 'FAIR' }]);
  });
});
