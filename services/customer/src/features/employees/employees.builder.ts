import { type Caller, type DirectoryRows, type RoleRow, accessFor, buildDirectory } from '@crm/access';
import { type Actor, type Id, accept, clockAt, newId } from '@crm/kernel';
import { type Sql, type Work, migrate, openDatabase, readOn, sqlOf, transactOn } from '@crm/persistence';
import { CreatePlatform1764000000000 } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { CreateCompany1764000000001 } from '../../migrations/1764000000001-create-company.ts';
import { EmployeeEntity } from './employee.entity.ts';
import { employeesFeature } from './employees.feature.ts';

/** Somebody of a company: an administrator of a new one, unless said otherwise. */
export const aCaller = (more: Partial<Actor> = {}, directory: Partial<DirectoryRows> = {}): Caller => {
  const actor: Actor = {
    tenant: newId('Tenant'),
    subject: 'somebody',
    employee: null,
    departmentPath: [],
    roles: ['ADMIN'],
    scopes: [],
    customer: null,
    partner: null,
    requestId: 'request-1',
    causedBy: null,
    traceparent: null,
    ...more,
  };
  return {
    actor,
    access: accessFor(actor, buildDirectory({ departments: [], employees: [], roles: [], ...directory })),
  };
};

/** Somebody of the same company who has a role of its own making. */
export const aColleague = (
  { actor }: Caller,
  role: Pick<RoleRow, 'permissions'> & Partial<Pick<RoleRow, 'fields'>>,
  home?: Id<'Department'>,
) =>
  aCaller(
    { tenant: actor.tenant, roles: ['HR'], departmentPath: home ? [home] : [] },
    { roles: [{ key: 'HR', fields: {}, ...role }] },
  );

const insertDepartment = async ({ db }: Work, name: string) => {
  const id = newId('Department');
  await sqlOf(db).query(
    `insert into department (id, name, version, created_at, updated_at) values ($1, $2, 1, now(), now())`,
    [id, name],
  );
  return id;
};

const insertRole = ({ db }: Work, key: string, permissions: RoleRow['permissions']) =>
  sqlOf(db).query(
    `insert into role (id, key, name, permissions, fields, version, created_at, updated_at)
     values ($1, $2, $2, $3, '{}', 1, now(), now())`,
    [newId('Role'), key, JSON.stringify(permissions)],
  );

const announcedOf = (id: string) => (sql: Sql) =>
  sql.query<{ type: string; version: number; payload: string }>(
    `select type, aggregate_version as version, payload from outbox where aggregate_id = $1 and topic not like '%redacted%' order by id`,
    [id],
  );

/** The feature on a database of its own, and what other features keep beside it. */
export const startEmployees = async () => {
  const database = await startDatabase({
    migrate: (ownerUrl) => migrate(ownerUrl, [CreatePlatform1764000000000, CreateCompany1764000000001]),
  });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: [EmployeeEntity],
    applicationName: 'employees',
  });
  const [read, transact] = [readOn(dataSource), transactOn(dataSource)];
  const inWork = async <Value>({ actor }: Caller, what: (work: Work) => Promise<Value>): Promise<Value> => {
    const decision = await transact(actor, async (work) => accept(await what(work)));
    if (!decision.ok) throw new Error('nothing was refused');
    return decision.value;
  };
  return {
    employees: employeesFeature({
      transact,
      read,
      clock: clockAt('2026-11-22T09:00:00Z'),
      endSessions: () => Promise.resolve(),
    }),
    inWork,
    look: <Value>({ actor }: Caller, at: (sql: Sql) => Promise<Value>) => read(actor, at),
    aDepartment: (caller: Caller, name: string) => inWork(caller, (work) => insertDepartment(work, name)),
    aRole: (caller: Caller, key: string, permissions: RoleRow['permissions']) =>
      inWork(caller, (work) => insertRole(work, key, permissions)),
    /** What was announced of an employee, in order. */
    announced: ({ actor }: Caller, id: string) => read(actor, announcedOf(id)),
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};
