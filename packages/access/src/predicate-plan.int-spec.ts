import type { Sql } from '@crm/persistence';

import { RECORD_COLUMNS, startAccessDatabase } from './access-database.builder.ts';
import { anActor, department, employee } from './access.builder.ts';
import { accessFor } from './access.ts';
import { buildDirectory } from './directory.ts';
import { toSql } from './predicate-sql.ts';

const ROWS = 20_000;

const fill = async (sql: Sql) => {
  await sql.query(
    `insert into record (id, owner_id, department_id)
     select gen_random_uuid(), ('01900000-0000-7103-8000-' || lpad(to_hex(n % 500 + 1), 12, '0'))::uuid,
            ('01900000-0000-7104-8000-' || lpad(to_hex(n % 100 + 1), 12, '0'))::uuid
       from generate_series(1, $1::int) as n`,
    [ROWS],
  );
  await sql.query(
    `insert into record_share (record_type, record_id, grantee_type, grantee_id, level)
     select 'Customer', id, 'EMPLOYEE', $1, 'EDIT' from record limit 20`,
    [employee(1)],
  );
};

const planOf = async (sql: Sql, role: string) => {
  const directory = buildDirectory({ departments: [], employees: [], roles: [] });
  const actor = anActor({ employee: employee(1), departmentPath: [department(1)], roles: [role] });
  const values: unknown[] = [];
  const condition = toSql(accessFor(actor, directory).predicate('Customer', 'read'), RECORD_COLUMNS, values);
  const lines = await sql.query<Record<'QUERY PLAN', string>>(
    `explain select t.id from record t where ${condition}`,
    values,
  );
  return lines.map((line) => line['QUERY PLAN']).join('\n');
};

describe('a list under the tenant policy', () => {
  let database: Awaited<ReturnType<typeof startAccessDatabase>>;
  beforeAll(async () => {
    database = await startAccessDatabase();
  });
  afterAll(() => database.stop());

  it.each(['SALES_REP', 'SALES_MANAGER'])(
    'finds owned, departmental and shared records by index, not by reading all of them: %s',
    async (role) => {
      const plan = await database.inTenant(async (sql) => {
        await fill(sql);
        return await planOf(sql, role);
      });

      expect(plan).toContain('BitmapOr');
      expect(plan).not.toContain('Seq Scan on record t');
    },
  );
});
