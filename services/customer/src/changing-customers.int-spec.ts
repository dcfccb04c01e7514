import type { Identity } from '@crm/graphql';
import { aTenant, administrator, refused } from '@crm/testing';

import { aCustomerService } from './customer-service.builder.ts';

describe('keeping customers', () => {
  let customers: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    customers = await aCustomerService();
  });
  afterAll(() => customers.stop());

  describe('changing a customer', () => {
    it('needs the version that was read; the conflict carries the customer as it is now', async () => {
      const admin = administrator(aTenant());
      const { id } = await customers.created(admin);
      expect(await customers.act(admin, 'updateCustomer', { id, expectedVersion: 1, city: '上海' })).toMatchObject({
        customer: { version: 2 },
      });
      expect(await customers.act(admin, 'updateCustomer', { id, expectedVersion: 1, city: '北京' })).toEqual(
        refused('customer', 'CONFLICT', { currentVersion: 2, current: { id, version: 2 } }),
      );
      expect(await customers.announced(id)).toHaveLength(4);
    });

    it('of nothing announces nothing and keeps the version', async () => {
      const admin = administrator(aTenant());
      const { id } = await customers.created(admin);
      expect(await customers.act(admin, 'updateCustomer', { id, expectedVersion: 1, name: 'Acme' })).toMatchObject({
        customer: { version: 1 },
      });
      expect(await customers.act(admin, 'updateCustomer', { id, expectedVersion: 1, name: 'Acme 2' })).toMatchObject({
        customer: { version: 2 },
      });
      expect(await customers.announced(id)).toHaveLength(4);
    });

    it('makes no customer its own ancestor', async () => {
      const admin = administrator(aTenant());
      const top = await customers.created(admin, { name: 'Top' });
      const below = await customers.created(admin, { name: 'Below', parentId: top.id });
      expect(
        await customers.act(admin, 'updateCustomer', { id: top.id, expectedVersion: 1, parentId: below.id }),
      ).toEqual(refused('customer', 'INVALID_INPUT', { path: ['input', 'parentId'] }));
    });

    it('pins the lifecycle with a reason and lets it go again', async () => {
      const admin = administrator(aTenant());
      const { id } = await customers.created(admin);
      const fields = 'lifecycle lifecyclePinReason';
      const pin = { id, expectedVersion: 1, lifecycle: 'CHURNED', reason: 'Closed down' };
      expect(await customers.act(admin, 'pinCustomerLifecycle', pin, fields)).toMatchObject({
        customer: { lifecycle: 'CHURNED', lifecyclePinReason: 'Closed down' },
      });
      expect(await customers.act(admin, 'pinCustomerLifecycle', { id, expectedVersion: 2 }, fields)).toMatchObject({
        customer: { lifecycle: 'PROSPECT', lifecyclePinReason: null },
      });
    });
  });

  describe('giving a customer to another', () => {
    it('takes its contacts along, so that who sees it sees them', async () => {
      const admin = administrator(aTenant());
      const department = await customers.aDepartmentOf(admin);
      const [one, other] = [
        await customers.anEmployeeOf(admin, department, ['SALES_REP']),
        await customers.anEmployeeOf(admin, department, ['SALES_REP']),
      ];
      const { id, contacts } = await customers.created(one, { kind: 'PERSON', name: 'Li Wei' });
      const contactId = contacts.nodes[0]?.id ?? '';
      const contact = async (who: Identity) =>
        (await customers.service.ask(who, 'query ($id: ID!) { contact(id: $id) { name } }', { id: contactId })).data
          .contact;

      expect([await customers.seen(other, id), await contact(other)]).toEqual([null, null]);
      await customers.act(admin, 'assignCustomer', { id, expectedVersion: 1, ownerId: other.employee });
      expect([await customers.seen(other, id), await contact(other)]).toEqual([{ name: 'Li Wei' }, { name: 'Li Wei' }]);
      expect([await customers.seen(one, id), await contact(one)]).toEqual([null, null]);
    });
  });

  describe('the bin', () => {
    it('takes a customer with its contacts, shows them to who may restore, and gives both back', async () => {
      const admin = administrator(aTenant());
      const { id } = await customers.created(admin, { kind: 'PERSON', name: 'Li Wei' });
      const list = async (filter: object) => {
        const query = 'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';
        const { data } = await customers.service.ask(admin, query, { filter });
        return data.customers.nodes.map((each: { id: string }) => each.id);
      };
      const contacts = 'deletedAt contacts { nodes { name } } availableActions';

      expect(await customers.act(admin, 'deleteCustomer', { id, expectedVersion: 1 })).toMatchObject({
        customer: { version: 2 },
      });
      expect([await list({}), await list({ isDeleted: { eq: true } })]).toEqual([[], [id]]);
      expect(await customers.seen(admin, id, contacts)).toEqual({
        deletedAt: expect.any(String),
        contacts: { nodes: [] },
        availableActions: ['RESTORE'],
      });
      expect(await customers.act(admin, 'updateCustomer', { id, expectedVersion: 2, city: 'X' })).toEqual(
        refused('customer', 'ILLEGAL_TRANSITION', { allowed: ['restored'] }),
      );

      await customers.act(admin, 'restoreCustomer', { id, expectedVersion: 2 });
      expect([await list({}), await list({ isDeleted: { eq: true } })]).toEqual([[id], []]);
      expect(await customers.seen(admin, id, contacts)).toMatchObject({
        deletedAt: null,
        contacts: { nodes: [{ name: 'Li Wei' }] },
      });
    });
  });
});
