import { aTenant, administrator, anIdOf, refused, somebody } from '@crm/testing';

import { CREATE, aCustomerService } from './customer-service.builder.ts';

describe('bringing customers in', () => {
  let customers: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    customers = await aCustomerService();
  });
  afterAll(() => customers.stop());

  describe('adding a customer', () => {
    it('gives it a number, announces it with its state, and a person a contact of its own', async () => {
      const admin = administrator(aTenant());
      const person = await customers.created(admin, {
        kind: 'PERSON',
        name: undefined,
        person: { familyName: '李', givenName: '伟' },
        country: 'CN',
        contactPoints: [{ kind: 'PHONE', value: '138 1234 5678' }],
      });
      expect(person).toMatchObject({
        id: anIdOf('Customer'),
        customerNo: 'C-000001',
        name: '李伟',
        version: 1,
        contacts: { nodes: [{ id: anIdOf('Contact'), name: '李伟' }] },
      });
      expect(await customers.announced(person.id)).toEqual([
        'customer.customer-created.v1',
        'customer.customer-state.v1',
      ]);
      expect(await customers.announced(person.contacts.nodes[0]?.id ?? '')).toEqual([
        'customer.contact-created.v1',
        'customer.contact-state.v1',
      ]);
    });

    it('says all that is wrong at once, and leaves no trace, not even a number', async () => {
      const admin = administrator(aTenant());
      const { data } = await customers.service.ask(admin, CREATE, {
        input: {
          kind: 'ORGANIZATION',
          name: ' ',
          country: 'CN',
          registrationNo: '91350100M000100Y44',
          contactPoints: [{ kind: 'EMAIL', value: 'nobody' }],
        },
      });
      expect(data.createCustomer.customer).toBeNull();
      expect(data.createCustomer.userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
        'input.name',
        'input.registrationNo',
        'input.contactPoints.0.value',
      ]);
      expect(await customers.created(admin)).toMatchObject({ customerNo: 'C-000001' });
    });

    it('refuses who has no permission, by its name', async () => {
      const auditor = somebody(aTenant(), ['AUDITOR']);
      const { data } = await customers.service.ask(auditor, CREATE, { input: { kind: 'ORGANIZATION', name: 'Acme' } });
      expect(data.createCustomer).toEqual(refused('customer', 'FORBIDDEN', { permission: 'Customer.create' }));
    });

    it('takes a registration number once among live customers, and says so when a deleted one comes back', async () => {
      const admin = administrator(aTenant());
      const input = { country: 'CN', registrationNo: '91350100M000100Y43' };
      const first = await customers.created(admin, input);
      const again = await customers.service.ask(admin, CREATE, {
        input: { kind: 'ORGANIZATION', name: 'Copy', ...input },
      });
      const taken = refused('customer', 'TAKEN', { path: ['input', 'registrationNo'] });
      expect(again.data.createCustomer).toEqual(taken);

      await customers.act(admin, 'deleteCustomer', { id: first.id, expectedVersion: 1 });
      await customers.created(admin, input);
      expect(await customers.act(admin, 'restoreCustomer', { id: first.id, expectedVersion: 2 })).toEqual(taken);
    });

    it('takes 200 at once, each by itself, and no more', async () => {
      const admin = administrator(aTenant());
      const query = `mutation ($input: CreateCustomerBatchInput!) { createCustomerBatch(input: $input) {
        results { customer { name } userErrors { code } } userErrors { code path } } }`;
      const items = [
        { kind: 'ORGANIZATION', name: 'One' },
        { kind: 'ORGANIZATION', name: '' },
        { kind: 'ORGANIZATION', name: 'Three' },
      ];
      const some = await customers.service.ask(admin, query, { input: { items } });
      expect(some.data.createCustomerBatch).toEqual({
        results: [
          { customer: { name: 'One' }, userErrors: [] },
          { customer: null, userErrors: [{ code: 'INVALID_INPUT' }] },
          { customer: { name: 'Three' }, userErrors: [] },
        ],
        userErrors: [],
      });
      const many = await customers.service.ask(admin, query, {
        input: { items: Array.from({ length: 201 }, () => items[0]) },
      });
      expect(many.data.createCustomerBatch).toEqual({
        results: [],
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'items'] }],
      });
    });

    it('refuses the id of something else by its name', async () => {
      const admin = administrator(aTenant());
      const person = await customers.created(admin, { kind: 'PERSON', name: 'Li Wei' });
      const parentId = person.contacts.nodes[0]?.id;
      const { data } = await customers.service.ask(admin, CREATE, {
        input: { kind: 'ORGANIZATION', name: 'Acme', parentId },
      });
      expect(data.createCustomer).toEqual(
        refused('customer', 'INVALID_ID', {
          message: 'This is the id of a contact; the id of a customer is expected.',
          path: ['input', 'parentId'],
        }),
      );
    });
  });
});
