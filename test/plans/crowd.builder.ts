import { type Caller, accessFor, buildDirectory } from '@crm/access';
import { customerService } from '@crm/customer';
import { idOf, systemActor } from '@crm/kernel';
import { type Read, readOn } from '@crm/persistence';
import type { Client } from 'pg';

import { asTenant, dropChecks, startDatabaseOf } from '../isolation/databases.builder.ts';

export const CUSTOMERS = 100_000;
const CONTACTS = 50_000;
/** Search has a spec of its own; here it matters that its hits lead to rows by index. */
const SEARCHED = 5_000;

const TENANT = idOf<'Tenant'>('01900000-0000-7f03-8000-000000000001');
const numbered = (type: string, n: string) => `('01900000-0000-7${type}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const oneOf = (values: readonly string[], n: string) =>
  `(array['${values.join(`','`)}'])[${n} % ${String(values.length)} + 1]`;

const FILL = [
  `insert into customer (id, customer_no, kind, name, industry, registration_no, country, province, city, lifecycle, grade, source,
                         owner_id, department_id, version, created_at, updated_at, deleted_at)
   select ${numbered('101', 'n')}, 'C-' || lpad(n::text, 6, '0'), ${oneOf(['ORGANIZATION', 'PERSON'], 'n')}, md5(n::text),
          'INDUSTRY' || n % 30, case when n % 2 = 0 then 'R' || n end, ${oneOf(['CN', 'DE', 'US'], 'n')}, 'P' || n % 31, 'C' || n % 300,
          ${oneOf(['PROSPECT', 'ACTIVE', 'DORMANT', 'CHURNED'], 'n')}, case when n % 5 > 0 then chr(64 + n % 5) end,
          'SOURCE' || n % 9, ${numbered('103', 'n % 500 + 1')}, ${numbered('104', 'n % 500 % 100 + 1')}, 1,
          timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-06-01' + (n * 7919 % 100003) * interval '1 minute',
          case when n % 50 = 0 then now() end
     from generate_series(1, ${String(CUSTOMERS)}) n`,
  `insert into contact (id, customer_id, is_person_of_customer, name, buying_role, owner_id, department_id, version, created_at, updated_at)
   select ${numbered('102', 'n')}, ${numbered('101', 'n')}, false, md5(n::text), ${oneOf(['BUYER', 'USER'], 'n')},
          ${numbered('103', 'n % 500 + 1')}, ${numbered('104', 'n % 500 % 100 + 1')}, 1,
          timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-06-01' + (n * 7919 % 100003) * interval '1 minute'
     from generate_series(1, ${String(CONTACTS)}) n`,
  `insert into search_document select current_setting('app.tenant')::uuid, t, ${numbered('101', 'n')}, search_pairs(md5(n::text))
     from generate_series(1, ${String(SEARCHED)}) n, unnest(array['Customer', 'Contact']) t`,
  `insert into record_share (record_type, record_id, grantee_type, grantee_id, level)
   select 'Customer', ${numbered('101', 'n * 100')}, 'EMPLOYEE', ${numbered('103', '1')}, 'READ' from generate_series(1, 20) n`,
];

const fill = async (owner: Client) => {
  await dropChecks(owner);
  await asTenant(owner, TENANT, async () => {
    for (const statement of FILL) await owner.query(statement);
  });
  await owner.query('analyze customer, contact, record_share, search_document');
};

/** A company with a hundred thousand customers, read as the app role; and what the database planned for each look. */
export const startCrowd = async () => {
  const database = await startDatabaseOf(customerService);
  await fill(database.owner);
  const plans: string[] = [];
  const read: Read = (actor, look) =>
    readOn(database.dataSource)(actor, (sql) =>
      look({
        query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
          const lines = await sql.query<Record<'QUERY PLAN', string>>(`explain ${text}`, values);
          plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
          return sql.query<Row>(text, values);
        },
      }),
    );
  return { read, plans, stop: database.stop };
};

/** Employee 1 of department 1, who may read customers as far as `scope` goes. */
export const reader = (scope: string): Caller => {
  const permissions = {
    'Customer.read': scope,
    'Contact.read': scope,
    'Customer.restore': scope,
    'Contact.restore': scope,
  };
  const department = (nth: number) => `01900000-0000-7104-8000-${nth.toString(16).padStart(12, '0')}`;
  const directory = buildDirectory({
    departments: [1, 2, 3].map((nth) => ({ id: department(nth), parentId: nth === 1 ? null : department(1) })),
    employees: [],
    roles: [{ key: 'READER', permissions, fields: {} }],
  });
  const actor = {
    ...systemActor(TENANT, 'request'),
    employee: idOf<'Employee'>('01900000-0000-7103-8000-000000000001'),
    departmentPath: [idOf<'Department'>(department(1))],
    roles: ['READER'],
  };
  return { actor, access: accessFor(actor, directory) };
};
