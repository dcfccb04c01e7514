import { aService, aTenant, administrator, anEmployee, type TestService } from '@crm/testing';

import { customerService } from './service.ts';

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
  customer { id customerNo name version owner { name } contacts { nodes { id name isPersonOfCustomer contactPoints { value } } } }
  userErrors { code message path ... on ForbiddenError { permission } }
} }`;

describe('the customer service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(customerService);
  });
  afterAll(() => service.stop());

  it('adds a person with a contact of its own', async () => {
    const admin = administrator(aTenant());
    const answer = await service.ask(admin, CREATE, {
      input: {
        kind: 'PERSON',
        person: { familyName: '李', givenName: '伟' },
        country: 'CN',
        contactPoints: [{ kind: 'PHONE', value: '138 1234 5678' }],
      },
    });
    expect(answer).toEqual({
      data: {
        createCustomer: {
          customer: expect.objectContaining({
            customerNo: 'C-000001',
            name: '李伟',
            version: 1,
            contacts: {
              nodes: [
                expect.objectContaining({
                  name: '李伟',
                  isPersonOfCustomer: true,
                  contactPoints: [{ value: '138 1234 5678' }],
                }),
              ],
            },
          }),
          userErrors: [],
        },
      },
    });
  });

  it('refuses who has no permission, by its name', async () => {
    const auditor = anEmployee(aTenant(), '01a2008d-7400-7103-bf01-020304050607', ['AUDITOR']);
    const { data } = await service.ask(auditor, CREATE, { input: { kind: 'ORGANIZATION', name: 'Acme' } });
    expect(data.createCustomer).toMatchObject({
      customer: null,
      userErrors: [{ code: 'FORBIDDEN', permission: 'Customer.create' }],
    });
  });
});
