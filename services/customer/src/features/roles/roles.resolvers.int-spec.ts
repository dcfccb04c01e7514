import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { customerService } from '../../service.ts';

describe('roles on the graph', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(customerService);
  });
  afterAll(() => service.stop());

  it('are saved by administrators, who see them as they are then', async () => {
    const admin = administrator(aTenant());
    const answer: unknown = await service.ask(
      admin,
      `mutation ($input: SaveRoleInput!) { saveRole(input: $input) {
        role { key version isDefault permissions { permission scope } fieldRules { field rule } }
        userErrors { code path }
      } }`,
      {
        input: {
          key: 'CLERK',
          expectedVersion: 0,
          name: 'Clerk',
          permissions: [{ permission: 'Customer.read', scope: 'OWN' }],
          fieldRules: [{ field: 'Customer.registrationNo', rule: 'MASKED' }],
        },
      },
    );

    expect(answer).toEqual({
      data: {
        saveRole: {
          role: {
            key: 'CLERK',
            version: 1,
            isDefault: false,
            permissions: [{ permission: 'Customer.read', scope: 'OWN' }],
            fieldRules: [{ field: 'Customer.registrationNo', rule: 'MASKED' }],
          },
          userErrors: [],
        },
      },
    });
  });

  it('are refused by place when they name what nobody knows, and changed by administrators alone', async () => {
    const save = `mutation ($input: SaveRoleInput!) {
      saveRole(input: $input) { role { key } userErrors { code path ... on ForbiddenError { permission } } }
    }`;
    const tenant = aTenant();
    const permissions = [{ permission: 'Customer.fly', scope: 'ALL' }];
    const input = { key: 'PILOT', expectedVersion: 0, name: 'Pilot', permissions };
    const answers: unknown = await Promise.all([
      service.ask(administrator(tenant), save, { input }),
      service.ask(somebody(tenant, ['SALES_REP']), save, { input }),
    ]);

    expect(answers).toMatchObject([
      {
        data: {
          saveRole: {
            role: null,
            userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'permissions', '0', 'permission'] }],
          },
        },
      },
      { data: { saveRole: { role: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Role.update' }] } } },
    ]);
  });
});
