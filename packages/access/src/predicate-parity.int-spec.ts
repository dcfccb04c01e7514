import type { Sql } from '@crm/persistence';
import fc from 'fast-check';

import { NOW, RECORDS, anyActor, anyDirectory, anyRecords, anyShares } from './access-arbitraries.builder.ts';
import { RECORD_COLUMNS, startAccessDatabase } from './access-database.builder.ts';
import { employee, id } from './access.builder.ts';
import { accessFor, systemAccess } from './access.ts';
import { toSql } from './predicate-sql.ts';
import { type Predicate, type RecordFacts, type RecordShare, matches } from './predicate.ts';
import { recordReach } from './record-reach.ts';

const LEAD = { type: 'Lead', from: 'record t', id: 't.id', columns: RECORD_COLUMNS } as const;

const store = async (sql: Sql, rows: readonly RecordFacts[], given: readonly RecordShare[]) => {
  await sql.query(
    `insert into record (id, owner_id, department_id, customer_id, partner_id)
     select record, owner, department, customer, partner from jsonb_to_recordset($1)
         as r (record uuid, owner uuid, department uuid, customer uuid, partner uuid)`,
    [JSON.stringify(rows)],
  );
  await sql.query(
    `insert into record_share (record_type, record_id, grantee_type, grantee_id, level, until_at)
     select "recordType", "recordId", 'EMPLOYEE', "granteeId", level, until from jsonb_to_recordset($1)
         as s ("recordType" text, "recordId" uuid, "granteeId" uuid, level text, until timestamptz)`,
    [JSON.stringify(given)],
  );
};

const found = async (sql: Sql, predicate: Predicate, condition: (text: string) => string) => {
  const values: unknown[] = [];
  const text = condition(toSql(predicate, RECORD_COLUMNS, values));
  const rows = await sql.query<{ id: string }>(`select t.id from record t where ${text} order by t.id`, values);
  return rows.map((row) => row.id);
};

describe('a list and a single look', () => {
  let database: Awaited<ReturnType<typeof startAccessDatabase>>;
  beforeAll(async () => {
    database = await startAccessDatabase();
  });
  afterAll(() => database.stop());

  it('agree on every record, for any organisation, roles, records and shares', async () => {
    await fc.assert(
      fc.asyncProperty(anyDirectory, anyActor, anyRecords, anyShares, (organisation, who, rows, given) =>
        database.inTenant(async (sql) => {
          await store(sql, rows, given);
          const { predicate } = accessFor(who, organisation);
          for (const reached of [predicate('Lead', 'read'), predicate('Lead', 'update')]) {
            const seen = (row: RecordFacts) => matches(reached, row, given, NOW);

            expect(await found(sql, reached, (text) => text)).toEqual(
              rows.filter((row) => seen(row)).map(({ record }) => record),
            );
            expect(await found(sql, reached, (text) => `not ${text}`)).toEqual(
              rows.filter((row) => !seen(row)).map(({ record }) => record),
            );
          }
        }),
      ),
      { numRuns: 200 },
    );
  });

  it('agree that nothing of another tenant is there, whatever the scope', async () => {
    const rows = RECORDS.map((record) => ({ record, owner: employee(1) }));
    const elsewhere = id(0xf03, 2);

    const seen = await database.inTenant(async (sql) => {
      await store(sql, rows, []);
      await sql.query(`select set_config('app.tenant', $1, true)`, [elsewhere]);
      return await found(sql, { kind: 'all' }, (text) => text);
    });

    expect(seen).toEqual([]);
  });

  it('agree on how far a single record is reached: not at all, to look at, or to change', async () => {
    await fc.assert(
      fc.asyncProperty(anyDirectory, anyActor, anyRecords, anyShares, (organisation, who, rows, given) =>
        database.inTenant(async (sql) => {
          await store(sql, rows, given);
          const access = accessFor(who, organisation);
          const [row] = rows;
          const reaches = (action: 'read' | 'update') =>
            row !== undefined && matches(access.predicate('Lead', action), row, given, NOW);

          const mayDo = reaches('update') ? 'allowed' : 'visible';
          expect(await recordReach(sql, access, 'update', LEAD, row?.record ?? '')).toBe(
            reaches('read') ? mayDo : 'hidden',
          );
        }),
      ),
    );
  });

  it('agree that a record that does not exist is hidden from everybody', async () => {
    const reach = await database.inTenant((sql) => recordReach(sql, systemAccess, 'update', LEAD, id(0x201, 99)));

    expect(reach).toBe('hidden');
  });
});
