import { recordShareStateV1, roleStateV1, serviceRequestCreatedV1, serviceRequestStateV1 } from '@crm/contracts';
import type { Identity } from '@crm/graphql';
import { type Id, newId } from '@crm/kernel';
import { aTenant, administrator, anEmployee, somebody } from '@crm/testing';

import { companyWithContact, shareState, told } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';

describe('a timeline is there for', () => {
  let warehouse: Warehouse;

  const titlesOf = async (who: Identity, customer: string) => {
    const [found] = await warehouse.customers(who, [customer]);
    return found?.timeline?.nodes.map(({ title }) => title) ?? null;
  };

  const tenant = aTenant();
  const [owner, colleague, manager] = [newId('Employee'), newId('Employee'), newId('Employee')];
  const [head, east] = [newId('Department'), newId('Department')];
  let id: string;
  beforeAll(async () => {
    warehouse = await aWarehouse();
    const { facts, ...company } = companyWithContact(tenant, { ownerId: owner, departmentId: east });
    id = company.id;
    await warehouse.deliver(...facts);
    const until = { ...recordShareStateV1.example, recordId: id, until: '2026-01-01T00:00:00.000Z' };
    await warehouse.deliver(
      told(recordShareStateV1, tenant, { id: newId('RecordShare') }, { ...until, granteeId: manager }),
      told(
        roleStateV1,
        tenant,
        { id: newId('Role') },
        {
          ...roleStateV1.example,
          key: 'NO_CONTACTS',
          permissions: { 'Customer.read': 'ALL', 'Timeline.read': 'ALL' },
          fields: {},
        },
      ),
      told(
        roleStateV1,
        tenant,
        { id: newId('Role') },
        {
          ...roleStateV1.example,
          key: 'OWN_CONTACTS',
          permissions: { 'Customer.read': 'ALL', 'Timeline.read': 'ALL', 'Contact.read': 'OWN' },
          fields: {},
        },
      ),
    );
  });

  afterAll(() => warehouse.stop());

  const everything = ['Contact created', 'Customer created'];
  const customerOnly = ['Customer created'];
  it.each<[string, () => Identity, readonly string[] | null]>([
    ['an administrator: everything', () => administrator(tenant), everything],
    ['its owner: everything', () => anEmployee(tenant, owner, ['SALES_REP']), everything],
    ['another rep: nothing', () => anEmployee(tenant, colleague, ['SALES_REP']), null],
    ['the manager above: everything', () => anEmployee(tenant, manager, ['SALES_MANAGER'], [head, east]), everything],
    ['a manager elsewhere: nothing', () => anEmployee(tenant, manager, ['SALES_MANAGER'], [head]), null],
    ['a marketer: everything', () => anEmployee(tenant, colleague, ['MARKETER']), everything],
    ['a technician, who reads no timelines: nothing', () => anEmployee(tenant, colleague, ['TECHNICIAN']), null],
    ['who sees no contacts: the customer’s own', () => somebody(tenant, ['NO_CONTACTS']), customerOnly],
    ['who sees his contacts: the customer’s own', () => anEmployee(tenant, colleague, ['OWN_CONTACTS']), customerOnly],
    ['who sees his contacts: his', () => anEmployee(tenant, owner, ['OWN_CONTACTS']), everything],
    ['the customer itself: nothing', () => somebody(tenant, ['CUSTOMER'], { customer: id as Id<'Customer'> }), null],
    ['nobody of another company', () => administrator(aTenant()), null],
  ])('%s', async (_who, reader, expected) => {
    expect(await titlesOf(reader(), id)).toEqual(expected);
  });

  it('whom it is shared with, as long as the share lasts', async () => {
    const guest = anEmployee(tenant, newId('Employee'), ['SALES_REP']);
    expect(await titlesOf(guest, id)).toBeNull();
    await warehouse.deliver(shareState(tenant, id, guest.employee ?? ''));
    expect(await titlesOf(guest, id)).toEqual(everything);
    expect(await titlesOf(anEmployee(tenant, manager, ['SALES_REP']), id)).toBeNull();
  });

  it('a service request of the customer only if he sees the request, whoever owns the customer', async () => {
    const [rep, agent, support] = [newId('Employee'), newId('Employee'), newId('Department')];
    const { facts, ...company } = companyWithContact(tenant, { ownerId: rep });
    const request = { id: newId('ServiceRequest'), at: '2026-11-03T09:00:00.000Z' };
    const created = { ...serviceRequestCreatedV1.example, customerId: company.id };
    await warehouse.deliver(...facts, told(serviceRequestCreatedV1, tenant, request, created));
    const withRequest = ['Service request created', ...everything];
    const helper = anEmployee(tenant, agent, ['AGENT'], [support]);

    // Not heard yet whose it is.
    expect(await titlesOf(helper, company.id)).toEqual(everything);
    const state = { ...serviceRequestStateV1.example, id: request.id, customerId: company.id, ownerId: agent };
    await warehouse.deliver(told(serviceRequestStateV1, tenant, request, { ...state, departmentId: support }));

    expect(await titlesOf(helper, company.id)).toEqual(withRequest);
    expect(await titlesOf(administrator(tenant), company.id)).toEqual(withRequest);
    expect(await titlesOf(anEmployee(tenant, rep, ['SALES_REP']), company.id)).toEqual(everything);
  });
});
