import type { Caller } from '@crm/access';
import { type Id, newId } from '@crm/kernel';

import type { NewEmployee } from './create-employee.command.ts';
import { aCaller, aColleague, startEmployees } from './employees.builder.ts';
import type { EmployeeUpdate } from './update-employee.command.ts';

describe('the people of the company', () => {
  let company: Awaited<ReturnType<typeof startEmployees>>;
  beforeAll(async () => {
    company = await startEmployees();
  });
  afterAll(() => company.stop());

  const create = (caller: Caller, input: NewEmployee) => company.employees.createEmployee(caller, input);
  const update = (caller: Caller, input: EmployeeUpdate) => company.employees.updateEmployee(caller, input);
  const created = async (caller: Caller, input: NewEmployee): Promise<Id<'Employee'>> => {
    const decision = await create(caller, input);
    if (!decision.ok) throw new Error(`${String(input.name)} is a good employee: ${decision.refusal.kind}`);
    return decision.value;
  };
  /** A company with one department and its administrator. */
  const aCompany = async () => {
    const admin = aCaller();
    const sales = await company.aDepartment(admin, 'Sales');
    const li = { name: '李雷', departmentId: sales, roles: ['SALES_REP'] };
    return { admin, sales, li };
  };

  describe('adding an employee', () => {
    it('saves the record and announces it in the same transaction', async () => {
      const { admin, sales, li } = await aCompany();
      const id = await created(admin, { ...li, subject: 'li.lei', email: 'li.lei@example.com' });

      expect(await company.employees.byIds(admin, [id])).toMatchObject([
        { id, name: '李雷', subject: 'li.lei', departmentId: sales, roles: ['SALES_REP'], isActive: true, version: 1 },
      ]);
      expect(await company.announced(admin, id)).toMatchObject([
        { type: 'customer.employee-created.v1', version: 1 },
        { type: 'customer.employee-state.v1', version: 1 },
      ]);
    });

    it('gives the same employee when the same key says the same again', async () => {
      const { admin, li } = await aCompany();
      const id = await created(admin, { ...li, idempotencyKey: 'one' });

      expect(await created(admin, { ...li, idempotencyKey: 'one' })).toBe(id);
      expect(await create(admin, { ...li, idempotencyKey: 'one', name: '韩梅梅' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
    });

    it('leaves no trace when it is refused', async () => {
      const { admin, sales, li } = await aCompany();
      const refusals = await Promise.all([
        create(admin, { ...li, departmentId: newId('Department') }),
        create(admin, { ...li, managerId: newId('Employee') }),
        create(admin, { ...li, roles: ['SALES_REP', 'WIZARD'] }),
        create(aCaller({ tenant: admin.actor.tenant, roles: ['SALES_REP'] }), li),
        create(aCaller(), { ...li, departmentId: sales }),
      ]);

      expect(refusals).toMatchObject([
        { refusal: { problems: [{ path: ['input', 'departmentId'], problem: 'unknown' }] } },
        { refusal: { problems: [{ path: ['input', 'managerId'], problem: 'unknown' }] } },
        { refusal: { problems: [{ path: ['input', 'roles', '1'], problem: 'unknown', what: 'Role' }] } },
        { refusal: { kind: 'forbidden', permission: 'Employee.create' } },
        { refusal: { problems: [{ path: ['input', 'departmentId'], problem: 'unknown' }] } },
      ]);
      const kept = await company.look(admin, (sql) =>
        sql.query(
          `select id from employee union all select id from aggregate_head union all select event_id from outbox`,
        ),
      );
      expect(kept).toEqual([]);
    });

    it("takes roles of the company's own", async () => {
      const { admin, li } = await aCompany();
      await company.aRole(admin, 'CLERK', { 'Customer.read': 'OWN' });

      expect(await create(admin, { ...li, roles: ['CLERK'] })).toMatchObject({ ok: true });
    });

    it('ties a sign-in to one active employee', async () => {
      const { admin, li } = await aCompany();
      const first = await created(admin, { ...li, subject: 'li.lei' });
      expect(await create(admin, { ...li, subject: 'li.lei' })).toEqual({
        ok: false,
        refusal: { kind: 'taken', path: ['input', 'subject'] },
      });

      await update(admin, { id: first, expectedVersion: 1, isActive: false });
      expect(await create(admin, { ...li, subject: 'li.lei' })).toMatchObject({ ok: true });
      expect(await update(admin, { id: first, expectedVersion: 2, isActive: true })).toEqual({
        ok: false,
        refusal: { kind: 'taken', path: ['input', 'isActive'] },
      });
    });

    it('is for the departments that the caller reaches, with the fields that his role may write', async () => {
      const { admin, sales, li } = await aCompany();
      const service = await company.aDepartment(admin, 'Service');
      const permissions = { 'Employee.create': 'TEAM', 'Employee.read': 'ALL' };
      const hr = aColleague(admin, { permissions, fields: { 'Employee.email': 'HIDDEN' } }, sales);

      expect(await create(hr, li)).toMatchObject({ ok: true });
      expect(await create(hr, { ...li, departmentId: service })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Employee.create' },
      });
      expect(await create(hr, { ...li, email: 'li.lei@example.com' })).toMatchObject({
        refusal: { kind: 'read-only-field', path: ['input', 'email'] },
      });
    });
  });

  describe('changing an employee', () => {
    it('saves it and announces what changed', async () => {
      const { admin, li } = await aCompany();
      const service = await company.aDepartment(admin, 'Service');
      const id = await created(admin, li);

      const change = { id, expectedVersion: 1, title: '客服', departmentId: service, roles: ['AGENT'] };
      expect(await update(admin, change)).toEqual({ ok: true, value: id });

      const [fact, state] = (await company.announced(admin, id)).slice(2);
      expect(JSON.parse(fact?.payload ?? '')).toMatchObject({
        changed: ['title', 'departmentId', 'roles'],
        departmentId: service,
        roles: ['AGENT'],
      });
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({ title: '客服', aggregateVersion: 2 });
    });

    it('is quiet when nothing differs: no event, and no gap in the versions', async () => {
      const { admin, li } = await aCompany();
      const id = await created(admin, li);

      expect(await update(admin, { id, expectedVersion: 1, name: '李雷' })).toEqual({ ok: true, value: id });
      expect(await update(admin, { id, expectedVersion: 1, name: '李磊' })).toMatchObject({ ok: true });
      expect((await company.announced(admin, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('is refused from an older version, and by those who may only look', async () => {
      const { admin, li } = await aCompany();
      const id = await created(admin, li);
      const rep = aCaller({ tenant: admin.actor.tenant, roles: ['SALES_REP'] });
      await update(admin, { id, expectedVersion: 1, name: '李磊' });

      expect(await update(admin, { id, expectedVersion: 1, name: '李雷' })).toEqual({
        ok: false,
        refusal: { kind: 'conflict', currentVersion: 2 },
      });
      expect(await update(rep, { id, expectedVersion: 2, name: '李雷' })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Employee.update' },
      });
      expect(await update(aCaller(), { id, expectedVersion: 2, name: '李雷' })).toMatchObject({
        refusal: { kind: 'not-found', what: 'Employee' },
      });
    });

    it('never makes anybody their own manager, also when two changes meet', async () => {
      const { admin, li } = await aCompany();
      const [one, other] = [await created(admin, li), await created(admin, { ...li, name: '韩梅梅' })];
      const manage = (id: string, managerId: string) => update(admin, { id, expectedVersion: 1, managerId });

      const changes = await Promise.all([manage(one, other), manage(other, one)]);

      expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(changes.find(({ ok }) => !ok)).toMatchObject({
        refusal: { problems: [{ path: ['input', 'managerId'] }] },
      });
    });

    it('does not let anybody make himself an administrator', async () => {
      const { admin, li } = await aCompany();
      await company.aRole(admin, 'CHIEF', { 'Role.update': 'ALL' });
      const id = await created(admin, li);
      const hr = aColleague(admin, { permissions: { 'Employee.read': 'ALL', 'Employee.update': 'ALL' } });

      for (const role of ['ADMIN', 'CHIEF']) {
        expect(await update(hr, { id, expectedVersion: 1, roles: ['SALES_REP', role] })).toMatchObject({
          refusal: { kind: 'forbidden', permission: 'Role.update' },
        });
      }
      expect(await update(hr, { id, expectedVersion: 1, roles: ['AGENT'] })).toMatchObject({ ok: true });
    });

    it('keeps one active administrator, also when two leave at once', async () => {
      const { admin, li } = await aCompany();
      const chief = { ...li, roles: ['ADMIN'] };
      const [one, other] = [await created(admin, chief), await created(admin, { ...chief, name: '韩梅梅' })];

      const changes = await Promise.all([
        update(admin, { id: one, expectedVersion: 1, isActive: false }),
        update(admin, { id: other, expectedVersion: 1, roles: [] }),
      ]);

      expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(changes.find(({ ok }) => !ok)).toMatchObject({
        refusal: { kind: 'invalid-input', problems: [{ problem: 'not-allowed-here' }] },
      });
    });
  });
});
