import { type Caller, type DirectoryRows, accessFor, buildDirectory } from '@crm/access';
import { type Actor, type Id, clockAt, newId } from '@crm/kernel';
import { type Sql, migrate, openDatabase, readOn, transactOn } from '@crm/persistence';
import { CreatePlatform1764000000000 } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { CreateCompany1764000000001 } from '../../migrations/1764000000001-create-company.ts';
import { DepartmentEntity } from './department.entity.ts';
import { departmentsFeature } from './departments.feature.ts';

const NOBODY_KNOWN: DirectoryRows = { departments: [], employees: [], roles: [] };

/** Somebody of a company: an administrator of a new one, unless said otherwise. */
export const aCaller = (more: Partial<Actor> = {}, directory: DirectoryRows = NOBODY_KNOWN): Caller => {
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
  return { actor, access: accessFor(actor, buildDirectory(directory)) };
};

/** Somebody of the same company who may see and change departments as far as the scope reaches from his own. */
export const aManager = ({ actor }: Caller, home: Id<'Department'>, scope: 'TEAM' | 'SUBTREE') =>
  aCaller(
    { tenant: actor.tenant, departmentPath: [home], roles: ['HEAD'] },
    {
      ...NOBODY_KNOWN,
      roles: [
        {
          key: 'HEAD',
          permissions: { 'Department.read': 'ALL', 'Department.create': scope, 'Department.update': scope },
          fields: {},
        },
      ],
    },
  );

/** The feature on a database of its own. */
export const startDepartments = async () => {
  const database = await startDatabase({
    migrate: (ownerUrl) => migrate(ownerUrl, [CreatePlatform1764000000000, CreateCompany1764000000001]),
  });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: [DepartmentEntity],
    applicationName: 'departments',
  });
  const read = readOn(dataSource);
  return {
    departments: departmentsFeature({
      transact: transactOn(dataSource),
      read,
      clock: clockAt('2026-11-22T09:00:00Z'),
    }),
    look: <Value>({ actor }: Caller, at: (sql: Sql) => Promise<Value>) => read(actor, at),
    /** What was announced of a department, in order. */
    announced: ({ actor }: Caller, id: string) =>
      read(actor, (sql) =>
        sql.query<{ type: string; version: number; payload: string }>(
          `select type, aggregate_version as version, payload from outbox where aggregate_id = $1 order by id`,
          [id],
        ),
      ),
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};
