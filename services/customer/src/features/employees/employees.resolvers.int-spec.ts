import { type TestService, aService, aTenant, administrator, anEmployee } from '@crm/testing';

import { customerService } from '../../service.ts';

const ADD_DEPARTMENT = `mutation ($input: CreateDepartmentInput!) {
  createDepartment(input: $input) { department { id name } userErrors { code path } }
}`;
const ADD_EMPLOYEE = `mutation ($input: CreateEmployeeInput!) {
  createEmployee(input: $input) { employee { id name } userErrors { code path message } }
}`;
const CHANGE_EMPLOYEE = `mutation ($input: UpdateEmployeeInput!) {
  updateEmployee(input: $input) {
    employee { title version }
    userErrors { code path ... on ConflictError { currentVersion current { ... on Employee { id version } } } }
  }
}`;

describe('the people of the company on the graph', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(customerService);
  });
  afterAll(() => service.stop());

  type Person = ReturnType<typeof administrator>;
  const ask = (who: Person, query: string, variables = {}): Promise<unknown> => service.ask(who, query, variables);
  const add = async (who: Person, query: string, input: object): Promise<string> => {
    const answer = await ask(who, query, { input });
    const { data } = answer as { data?: Record<string, { employee?: { id: string }; department?: { id: string } }> };
    const [payload] = Object.values(data ?? {});
    const id = payload?.employee?.id ?? payload?.department?.id;
    if (!id) throw new Error(JSON.stringify(answer));
    return id;
  };
  /** Company → Sales → East, where 韩梅梅 works for 李雷. */
  const aCompany = async () => {
    const tenant = aTenant();
    const admin = administrator(tenant);
    const top = await add(admin, ADD_DEPARTMENT, { name: 'Company' });
    const sales = await add(admin, ADD_DEPARTMENT, { name: 'Sales', parentId: top });
    const east = await add(admin, ADD_DEPARTMENT, { name: 'East', parentId: sales });
    const boss = await add(admin, ADD_EMPLOYEE, { name: '李雷', departmentId: sales, roles: ['SALES_MANAGER'] });
    const rep = await add(admin, ADD_EMPLOYEE, {
      name: '韩梅梅',
      departmentId: east,
      managerId: boss,
      email: 'han@example.com',
      roles: ['SALES_REP'],
    });
    return { tenant, admin, sales, east, boss, rep };
  };

  it('are listed with where they work and for whom', async () => {
    const { admin } = await aCompany();
    const answer = await ask(
      admin,
      `{ employees(orderBy: [{ field: NAME }]) {
        totalCount { value isExact }
        nodes { name email roles isActive manager { name } department { name parent { name } ancestors { name } } }
      } }`,
    );

    expect(answer).toEqual({
      data: {
        employees: {
          totalCount: { value: 2, isExact: true },
          nodes: [
            {
              name: '李雷',
              email: null,
              roles: ['SALES_MANAGER'],
              isActive: true,
              manager: null,
              department: { name: 'Sales', parent: { name: 'Company' }, ancestors: [{ name: 'Company' }] },
            },
            {
              name: '韩梅梅',
              email: 'han@example.com',
              roles: ['SALES_REP'],
              isActive: true,
              manager: { name: '李雷' },
              department: {
                name: 'East',
                parent: { name: 'Sales' },
                ancestors: [{ name: 'Company' }, { name: 'Sales' }],
              },
            },
          ],
        },
      },
    });
  });

  it('find themselves, and service accounts find nobody', async () => {
    const { tenant, admin, rep } = await aCompany();
    const me = '{ me { name department { name } } }';

    expect(await ask(anEmployee(tenant, rep, ['SALES_REP']), me)).toEqual({
      data: { me: { name: '韩梅梅', department: { name: 'East' } } },
    });
    expect(await ask({ ...admin, employee: null }, me)).toEqual({ data: { me: null } });
  });

  it('show their e-mail address masked to roles that may not see it in full', async () => {
    const { tenant, admin, east, rep } = await aCompany();
    const analyst = await add(admin, ADD_EMPLOYEE, { name: 'Ann', departmentId: east, roles: ['ANALYST'] });

    const answer = await ask(
      anEmployee(tenant, analyst, ['ANALYST']),
      'query ($id: ID!) { employee(id: $id) { name email } }',
      { id: rep },
    );

    expect(answer).toEqual({ data: { employee: { name: '韩梅梅', email: 'h****@example.com' } } });
  });

  it('are changed by those who may; who read an older version is given the present one', async () => {
    const { admin, rep } = await aCompany();
    const change = (title: string) => ask(admin, CHANGE_EMPLOYEE, { input: { id: rep, expectedVersion: 1, title } });

    expect(await change('销售代表')).toEqual({
      data: { updateEmployee: { employee: { title: '销售代表', version: 2 }, userErrors: [] } },
    });
    expect(await change('销售经理')).toEqual({
      data: {
        updateEmployee: {
          employee: null,
          userErrors: [
            {
              code: 'CONFLICT',
              path: ['input', 'expectedVersion'],
              currentVersion: 2,
              current: { id: rep, version: 2 },
            },
          ],
        },
      },
    });
  });

  it('are told which id is of something else', async () => {
    const { admin, rep, sales } = await aCompany();
    const answer = await ask(admin, CHANGE_EMPLOYEE, {
      input: { id: rep, expectedVersion: 1, departmentId: rep, managerId: sales },
    });

    expect(answer).toMatchObject({
      data: {
        updateEmployee: {
          userErrors: [
            { code: 'INVALID_ID', path: ['input', 'departmentId'] },
            { code: 'INVALID_ID', path: ['input', 'managerId'] },
          ],
        },
      },
    });
    const read = await ask(admin, 'query ($id: ID!) { employee(id: $id) { name } }', { id: sales });
    expect(read).toEqual({ data: { employee: null } });
  });

  it('lose every permission at once when they leave', async () => {
    const { tenant, admin, rep } = await aCompany();
    const han = anEmployee(tenant, rep, ['SALES_REP']);
    const seen = () => ask(han, '{ employees { nodes { name } } }');
    expect(await seen()).toMatchObject({ data: { employees: { nodes: [{}, {}] } } });

    await ask(admin, CHANGE_EMPLOYEE, { input: { id: rep, expectedVersion: 1, isActive: false } });

    expect(await seen()).toEqual({ data: { employees: { nodes: [] } } });
  });

  it('are found by other services, with departments and roles, by what these know of them', async () => {
    const { admin, east, rep } = await aCompany();
    const representations = [
      { __typename: 'Employee', id: rep },
      { __typename: 'Department', id: east },
      { __typename: 'Role', key: 'AGENT' },
      { __typename: 'Employee', id: east },
    ];

    const answer = await ask(
      admin,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Employee { employee: name } ... on Department { department: name } ... on Role { role: name isDefault }
      } }`,
      { representations },
    );

    expect(answer).toEqual({
      data: {
        _entities: [{ employee: '韩梅梅' }, { department: 'East' }, { role: 'Service agent', isDefault: true }, null],
      },
    });
  });
});
