import { aTenant, administrator, refused } from '@crm/testing';

import { aCustomerService } from './customer-service.builder.ts';

const SHARE = `mutation ($input: ShareCustomerInput!) { shareCustomer(input: $input) { userErrors { code } } }`;
const ADD = `mutation ($input: CreateContactInput!) { createContact(input: $input) {
  contact { name } userErrors { code ... on ForbiddenError { permission } } } }`;

describe('a customer that is shared', () => {
  let customers: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    customers = await aCustomerService();
  });
  afterAll(() => customers.stop());

  it('gets contacts from whom it is shared with to edit, not from whom it is shared with to read', async () => {
    const admin = administrator(aTenant());
    const rep = await customers.anEmployeeOf(admin, await customers.aDepartmentOf(admin), ['SALES_REP']);
    const { id } = await customers.created(admin);
    const share = (level: string) =>
      customers.service.ask(admin, SHARE, { input: { customerId: id, employeeId: rep.employee, level } });
    const add = async () =>
      (await customers.service.ask(rep, ADD, { input: { customerId: id, name: 'Li Wei' } })).data.createContact;

    expect(await add()).toEqual(refused('contact', 'NOT_FOUND'));
    await share('READ');
    expect(await add()).toEqual(refused('contact', 'FORBIDDEN', { permission: 'Contact.create' }));
    await share('EDIT');
    expect(await add()).toEqual({ contact: { name: 'Li Wei' }, userErrors: [] });
  });
});
