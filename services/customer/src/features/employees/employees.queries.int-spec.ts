import type { Caller } from '@crm/access';
import type { Id } from '@crm/kernel';

import type { NewEmployee } from './create-employee.command.ts';
import { directoryRows } from './directory.queries.ts';
import { departmentOfActive } from './employee.queries.ts';
import { aCaller, aColleague, startEmployees } from './employees.builder.ts';

describe('reading employees', () => {
  let company: Awaited<ReturnType<typeof startEmployees>>;
  beforeAll(async () => {
    company = await startEmployees();
  });
  afterAll(() => company.stop());

  const created = async (caller: Caller, input: NewEmployee): Promise<Id<'Employee'>> => {
    const decision = await company.employees.createEmployee(caller, input);
    if (!decision.ok) throw new Error(`${String(input.name)} is a good employee: ${decision.refusal.kind}`);
    return decision.value;
  };
  const leaves = (admin: Caller, id: string) =>
    company.employees.updateEmployee(admin, { id, expectedVersion: 1, isActive: false });
  /** A company with one department and its administrator. */
  const aCompany = async () => {
    const admin = aCaller();
    const sales = await company.aDepartment(admin, 'Sales');
    const li = { name: '李雷', departmentId: sales, roles: ['SALES_REP'] };
    return { admin, sales, li };
  };

  it('lists the active ones of a department by name, and finds them by a part of it', async () => {
    const { admin, sales, li } = await aCompany();
    await created(admin, li);
    const gone = await created(admin, { ...li, name: '李明' });
    await created(admin, { ...li, name: '韩梅梅' });
    await leaves(admin, gone);
    const filter = { departmentId: { eq: sales }, isActive: { eq: true }, name: { contains: '李' } };

    const { page, totalCount } = await company.employees.list(admin, { filter }, true);

    expect(page.ok && page.value.edges.map(({ node }) => node.name)).toEqual(['李雷']);
    expect(totalCount).toEqual({ value: 1, isExact: true });
  });

  it('gives nothing to those who may not look, and to another company', async () => {
    const { admin, li } = await aCompany();
    const id = await created(admin, li);

    for (const stranger of [aColleague(admin, { permissions: {} }), aCaller()]) {
      expect(await company.employees.perRequest(stranger).byId.load(id)).toBeNull();
      const { page } = await company.employees.list(stranger, {}, false);
      expect(page).toMatchObject({ ok: true, value: { edges: [] } });
    }
  });

  it('says where an active employee works, and nothing of one who left', async () => {
    const { admin, sales, li } = await aCompany();
    const id = await created(admin, li);
    expect(await company.inWork(admin, (work) => departmentOfActive(work, id))).toBe(sales);

    await leaves(admin, id);
    expect(await company.inWork(admin, (work) => departmentOfActive(work, id))).toBeNull();
  });

  it('tells who works where and what roles mean, for deciding what people may do', async () => {
    const { admin, sales, li } = await aCompany();
    await company.aRole(admin, 'CLERK', { 'Customer.read': 'OWN' });
    const id = await created(admin, li);

    expect(await company.look(admin, directoryRows)).toEqual({
      departments: [{ id: sales, parentId: null }],
      employees: [{ id, departmentId: sales, active: true, roles: ['SALES_REP'] }],
      roles: [{ key: 'CLERK', name: 'CLERK', permissions: { 'Customer.read': 'OWN' }, fields: {} }],
    });
  });
});
