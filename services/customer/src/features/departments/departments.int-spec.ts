import type { Caller } from '@crm/access';
import type { Id } from '@crm/kernel';

import type { NewDepartment } from './create-department.command.ts';
import { aCaller, aManager, startDepartments } from './departments.builder.ts';

describe('departments', () => {
  let company: Awaited<ReturnType<typeof startDepartments>>;
  beforeAll(async () => {
    company = await startDepartments();
  });
  afterAll(() => company.stop());

  const created = async (caller: Caller, input: NewDepartment): Promise<Id<'Department'>> => {
    const decision = await company.departments.createDepartment(caller, input);
    if (!decision.ok) throw new Error(`${String(input.name)} is a good department: ${decision.refusal.kind}`);
    return decision.value;
  };
  const namesSeenBy = async (caller: Caller, request = {}) => {
    const { page } = await company.departments.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.name) : [];
  };

  describe('setting up a department', () => {
    it('saves it and announces it in the same transaction', async () => {
      const admin = aCaller();
      const sales = await created(admin, { name: ' Sales ' });

      expect(await company.departments.byIds(admin, [sales])).toMatchObject([
        { id: sales, name: 'Sales', parentId: null, version: 1 },
      ]);
      expect(await company.announced(admin, sales)).toMatchObject([
        { type: 'customer.department-created.v1', version: 1 },
        { type: 'customer.department-state.v1', version: 1 },
      ]);
    });

    it('gives the same department when the same key says the same again, and refuses another input', async () => {
      const admin = aCaller();
      const input = { name: 'Sales', idempotencyKey: 'one' };
      const first = await created(admin, input);

      expect(await created(admin, input)).toBe(first);
      expect(await company.departments.createDepartment(admin, { ...input, name: 'Service' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
      expect(await namesSeenBy(admin)).toEqual(['Sales']);
    });

    it('takes a name once below each department', async () => {
      const admin = aCaller();
      const [sales, service] = [await created(admin, { name: 'Sales' }), await created(admin, { name: 'Service' })];
      await created(admin, { name: 'East', parentId: sales });
      await created(admin, { name: 'East', parentId: service });

      expect(await company.departments.createDepartment(admin, { name: 'East', parentId: sales })).toEqual({
        ok: false,
        refusal: { kind: 'taken', path: ['input', 'name'] },
      });
    });

    it('leaves no trace when it is refused', async () => {
      const admin = aCaller();
      const elsewhere = await created(aCaller(), { name: 'Of another company' });
      const refused = await company.departments.createDepartment(admin, { name: 'East', parentId: elsewhere });

      expect(refused).toMatchObject({ refusal: { problems: [{ path: ['input', 'parentId'], problem: 'unknown' }] } });
      const kept = await company.look(admin, (sql) =>
        sql.query(
          `select id from department union all select id from aggregate_head union all select event_id from outbox`,
        ),
      );
      expect(kept).toEqual([]);
    });

    it('is for those whose role allows it, and only below what they may work on', async () => {
      const admin = aCaller();
      const [sales, service] = [await created(admin, { name: 'Sales' }), await created(admin, { name: 'Service' })];
      const head = aManager(admin, sales, 'SUBTREE');
      const rep = aCaller({ tenant: admin.actor.tenant, roles: ['SALES_REP'] });
      const forbidden = { refusal: { kind: 'forbidden', permission: 'Department.create' } };

      await created(head, { name: 'East', parentId: sales });
      for (const [caller, parentId] of [
        [head, service],
        [head, null],
        [rep, sales],
      ] as const) {
        expect(await company.departments.createDepartment(caller, { name: 'North', parentId })).toMatchObject(
          forbidden,
        );
      }
    });
  });

  describe('changing a department', () => {
    it('renames and moves it, and announces what changed', async () => {
      const admin = aCaller();
      const [sales, east] = [await created(admin, { name: 'Sales' }), await created(admin, { name: 'East' })];
      const change = { id: east, expectedVersion: 1, name: 'Sales East', parentId: sales };

      expect(await company.departments.updateDepartment(admin, change)).toEqual({ ok: true, value: east });
      expect(await company.departments.byIds(admin, [east])).toMatchObject([
        { name: 'Sales East', parentId: sales, version: 2 },
      ]);
      const [fact, state] = (await company.announced(admin, east)).slice(2);
      expect(JSON.parse(fact?.payload ?? '')).toMatchObject({ changed: ['name', 'parentId'], parentId: sales });
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({ name: 'Sales East', aggregateVersion: 2 });
    });

    it('is quiet when nothing differs: no event, and no gap in the versions', async () => {
      const admin = aCaller();
      const sales = await created(admin, { name: 'Sales' });
      const update = (expectedVersion: number, name: string) =>
        company.departments.updateDepartment(admin, { id: sales, expectedVersion, name });

      expect(await update(1, 'Sales')).toEqual({ ok: true, value: sales });
      expect(await update(1, 'Sales and service')).toMatchObject({ ok: true });
      expect((await company.announced(admin, sales)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('is refused from an older version, with the present one', async () => {
      const admin = aCaller();
      const sales = await created(admin, { name: 'Sales' });
      const rename = (name: string) =>
        company.departments.updateDepartment(admin, { id: sales, expectedVersion: 1, name });
      await rename('Selling');

      expect(await rename('Vending')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
    });

    it('never puts it below itself, also when two moves meet', async () => {
      const admin = aCaller();
      const [one, other] = [await created(admin, { name: 'One' }), await created(admin, { name: 'Other' })];
      const move = (id: string, parentId: string) =>
        company.departments.updateDepartment(admin, { id, expectedVersion: 1, parentId });

      const moves = await Promise.all([move(one, other), move(other, one)]);

      expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
      expect(moves.find(({ ok }) => !ok)).toMatchObject({ refusal: { problems: [{ problem: 'not-allowed-here' }] } });
      expect(await move(one, one)).toMatchObject({ ok: false });
    });

    it('is for those whose scope reaches it', async () => {
      const admin = aCaller();
      const sales = await created(admin, { name: 'Sales' });
      const service = await created(admin, { name: 'Service' });
      const head = aManager(admin, sales, 'TEAM');
      const rename = (id: string) =>
        company.departments.updateDepartment(head, { id, expectedVersion: 1, name: 'Renamed' });

      expect(await rename(sales)).toMatchObject({ ok: true });
      expect(await rename(service)).toEqual({
        ok: false,
        refusal: { kind: 'forbidden', permission: 'Department.update' },
      });
    });
  });

  describe('reading departments', () => {
    it('lists them by name, and finds them by a part of it in any script', async () => {
      const admin = aCaller();
      for (const name of ['华东销售部', 'Service', '华北销售部']) await created(admin, { name });

      expect(await namesSeenBy(admin, { first: 1 })).toEqual(['Service']);
      expect((await namesSeenBy(admin, { filter: { name: { contains: '销售' } } })).toSorted()).toEqual(
        ['华东销售部', '华北销售部'].toSorted(),
      );
    });

    it('gives what stands above several departments, from the top down, in one query', async () => {
      const admin = aCaller();
      const top = await created(admin, { name: 'Company' });
      const sales = await created(admin, { name: 'Sales', parentId: top });
      const east = await created(admin, { name: 'East', parentId: sales });
      const { ancestorsOf } = company.departments.perRequest(admin);

      const above = await Promise.all([top, sales, east].map((id) => ancestorsOf.load(id)));

      expect(above.map((rows) => rows.map(({ name }) => name))).toEqual([[], ['Company'], ['Company', 'Sales']]);
    });

    it('shows another company nothing', async () => {
      const sales = await created(aCaller(), { name: 'Sales' });
      const stranger = aCaller();

      expect(await company.departments.byIds(stranger, [sales])).toEqual([]);
      expect(await namesSeenBy(stranger)).toEqual([]);
      expect(
        await company.departments.updateDepartment(stranger, { id: sales, expectedVersion: 1, name: 'Mine' }),
      ).toMatchObject({ refusal: { kind: 'not-found' } });
    });
  });
});
