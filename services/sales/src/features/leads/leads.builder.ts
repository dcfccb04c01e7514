import { type Caller, type DirectoryRows, accessFor, buildDirectory, upsertEmployee } from '@crm/access';
import { type Actor, type Id, clockAt, newId } from '@crm/kernel';
import { type Read, type Sql, migrate, openDatabase, readOn, sqlOf, transactOn } from '@crm/persistence';
import { migrationsOf } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { salesService } from '../../service.ts';
import { leadsFeature } from './leads.feature.ts';

/** A company with two teams below its root: Li and Chen sell in the east, Wang in the west. */
export const aCompany = () => {
  const [root, east, west] = [newId('Department'), newId('Department'), newId('Department')];
  const [li, chen, wang] = [newId('Employee'), newId('Employee'), newId('Employee')];
  const directory: DirectoryRows = {
    departments: [
      { id: root, parentId: null },
      { id: east, parentId: root },
      { id: west, parentId: root },
    ],
    employees: [],
    roles: [],
  };
  const tenant = newId('Tenant');
  const caller = (more: Partial<Actor>): Caller => {
    const actor: Actor = { ...NOBODY_IN_PARTICULAR, tenant, ...more };
    return { actor, access: accessFor(actor, buildDirectory(directory)) };
  };
  const employee = (id: Id<'Employee'>, department: Id<'Department'>, role: string) =>
    caller({ employee: id, subject: id, departmentPath: [root, department], roles: [role] });
  return {
    east,
    li: employee(li, east, 'SALES_REP'),
    chen: employee(chen, east, 'SALES_REP'),
    wang: employee(wang, west, 'SALES_REP'),
    headOfEast: employee(newId('Employee'), east, 'SALES_MANAGER'),
    analyst: employee(newId('Employee'), root, 'ANALYST'),
    admin: caller({ roles: ['ADMIN'] }),
    /** What the directory's events told of these employees. */
    staff: [
      { id: li, departmentId: east },
      { id: chen, departmentId: east },
      { id: wang, departmentId: west },
    ] as const,
  };
};

const NOBODY_IN_PARTICULAR: Omit<Actor, 'tenant'> = {
  subject: 'somebody',
  employee: null,
  departmentPath: [],
  roles: [],
  scopes: [],
  customer: null,
  partner: null,
  requestId: 'request-1',
  causedBy: null,
  traceparent: null,
};

/** The feature on a database of its own, which tells what was asked of it. */
export const startLeads = async () => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf(salesService)) });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: salesService.entities,
    applicationName: 'leads',
  });
  const asked: string[] = [];
  const plain = readOn(dataSource);
  const read: Read = (actor, look) => plain(actor, (sql) => look(told(sql, asked)));
  const transact = transactOn(dataSource);
  return {
    leads: leadsFeature({ transact, read, clock: clockAt('2026-11-22T09:00:00Z') }),
    asked,
    dataSource,
    look: <Value>({ actor }: Caller, at: (sql: Sql) => Promise<Value>) => plain(actor, at),
    employ: ({ admin, staff }: ReturnType<typeof aCompany>) =>
      transact(admin.actor, async ({ db }) => {
        for (const each of staff) await upsertEmployee(sqlOf(db), { ...each, active: true, roles: [], version: 1 });
        return { ok: true, value: null } as const;
      }),
    /** What was announced of a lead, in order. */
    announced: ({ actor }: Caller, id: string) =>
      plain(actor, (sql) =>
        sql.query<{ type: string; version: number; payload: string }>(
          `select type, aggregate_version as version, payload from outbox where aggregate_id = $1 and topic not like '%redacted%' order by id`,
          [id],
        ),
      ),
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};

const told = (sql: Sql, asked: string[]): Sql => ({
  query: (text, values) => {
    asked.push(text);
    return sql.query(text, values);
  },
});
