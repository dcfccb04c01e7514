import type { Sql } from '@crm/persistence';

import { startAccessDatabase } from './access-database.builder.ts';
import { BELOW_TEAM, COMPANY, TEAM, employee, id } from './access.builder.ts';
import {
  deleteDepartment,
  deleteEmployee,
  deleteRole,
  loadDirectoryRows,
  upsertDepartment,
  upsertEmployee,
  upsertRole,
} from './projection.ts';

const LI = employee(1);
const ROLE = { id: id(0x105, 1), key: 'CLERK', name: 'Clerk', permissions: { 'Customer.read': 'OWN' }, fields: {} };

describe("a service's own copy of the directory", () => {
  let database: Awaited<ReturnType<typeof startAccessDatabase>>;
  beforeAll(async () => {
    database = await startAccessDatabase();
  });
  afterAll(() => database.stop());

  const after = (...changes: readonly ((sql: Sql) => Promise<void>)[]) =>
    database.inTenant(async (sql) => {
      for (const change of changes) await change(sql);
      return await loadDirectoryRows(sql);
    });

  it('holds departments, employees and roles as they were announced', async () => {
    const rows = await after(
      (sql) => upsertDepartment(sql, { id: TEAM, parentId: COMPANY, version: 1 }),
      (sql) => upsertEmployee(sql, { id: LI, departmentId: TEAM, active: true, roles: ['CLERK'], version: 1 }),
      (sql) => upsertRole(sql, { ...ROLE, version: 1 }),
    );

    expect(rows).toEqual({
      departments: [{ id: TEAM, parentId: COMPANY }],
      employees: [{ id: LI, departmentId: TEAM, active: true, roles: ['CLERK'] }],
      roles: [{ key: 'CLERK', name: 'Clerk', permissions: { 'Customer.read': 'OWN' }, fields: {} }],
    });
  });

  it('keeps the newest version, whatever the order and however often news arrive', async () => {
    const { departments } = await after(
      (sql) => upsertDepartment(sql, { id: TEAM, parentId: BELOW_TEAM, version: 3 }),
      (sql) => upsertDepartment(sql, { id: TEAM, parentId: COMPANY, version: 2 }),
      (sql) => upsertDepartment(sql, { id: TEAM, parentId: null, version: 3 }),
    );

    expect(departments).toEqual([{ id: TEAM, parentId: BELOW_TEAM }]);
  });

  it('does not bring back what is gone when old news arrive late', async () => {
    const { departments, roles } = await after(
      (sql) => deleteDepartment(sql, { id: TEAM, version: 2 }),
      (sql) => upsertDepartment(sql, { id: TEAM, parentId: null, version: 1 }),
      (sql) => upsertRole(sql, { ...ROLE, version: 1 }),
      (sql) => deleteRole(sql, { id: ROLE.id, version: 2 }),
    );

    expect(departments).toEqual([]);
    expect(roles).toEqual([]);
  });

  it('remembers who left, so that a token of his gives nothing', async () => {
    const { employees } = await after(
      (sql) => upsertEmployee(sql, { id: LI, departmentId: TEAM, active: true, roles: ['ADMIN'], version: 1 }),
      (sql) => deleteEmployee(sql, { id: LI, version: 2 }),
    );

    expect(employees).toEqual([{ id: LI, departmentId: null, active: false, roles: [] }]);
  });
});
