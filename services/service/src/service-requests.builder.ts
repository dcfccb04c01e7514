import { type Caller, type DirectoryRows, accessFor, buildDirectory, upsertEmployee } from '@crm/access';
import { type Actor, type Id, clockAt, newId } from '@crm/kernel';
import { type Read, type Sql, type Transact, migrate, openDatabase, readOn, sqlOf, transactOn } from '@crm/persistence';
import { isErased } from '@crm/messaging';
import { migrationsOf } from '@crm/runtime';
import { somebodyWaits, startDatabase } from '@crm/testing';

import type { NewServiceRequest } from './features/service-requests/create-service-request.command.ts';
import { serviceService } from './service.ts';
import { followCustomer } from './features/known-customers/follow-customer.command.ts';
import { placeOfCustomer } from './features/known-customers/known-customer.queries.ts';
import { serviceRequestsFeature } from './features/service-requests/service-requests.feature.ts';

/** A company: Li and Chen answer for service in one team, Tan repairs, Wang sells elsewhere. */
export const aCompany = () => {
  const [root, care, sales] = [newId('Department'), newId('Department'), newId('Department')];
  const [li, chen, tan, wang] = [newId('Employee'), newId('Employee'), newId('Employee'), newId('Employee')];
  const directory: DirectoryRows = {
    departments: [
      { id: root, parentId: null },
      { id: care, parentId: root },
      { id: sales, parentId: root },
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
    care,
    sales,
    customer: newId('Customer'),
    li: employee(li, care, 'AGENT'),
    chen: employee(chen, care, 'AGENT'),
    tan: employee(tan, care, 'TECHNICIAN'),
    wang: employee(wang, sales, 'SALES_REP'),
    headOfSales: employee(newId('Employee'), sales, 'SALES_MANAGER'),
    auditor: caller({ roles: ['AUDITOR'] }),
    admin: caller({ roles: ['ADMIN'] }),
    /** Somebody of a customer, through the portal. */
    portalUser: (customer: Id<'Customer'>) => caller({ roles: ['CUSTOMER'], customer }),
    /** What the directory's events told of these employees. */
    staff: [
      { id: li, departmentId: care },
      { id: chen, departmentId: care },
      { id: tan, departmentId: care },
      { id: wang, departmentId: sales },
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

type CustomerNews = Parameters<typeof followCustomer>[2];

/** The feature on a database of its own, which tells what was asked of it. */
export const startServiceRequests = async () => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf(serviceService)) });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: serviceService.entities,
    applicationName: 'service requests',
  });
  const asked: string[] = [];
  const plain = readOn(dataSource);
  const read: Read = (actor, look) => plain(actor, (sql) => look(told(sql, asked)));
  const transact = transactOn(dataSource);
  const at = (instant: string) =>
    serviceRequestsFeature({ transact, read, clock: clockAt(instant), placeOfCustomer, isErased });
  const requests = at('2026-11-22T09:00:00Z');
  return {
    requests,
    /** The same at another time. */
    at,
    ...inFewWords(requests),
    asked,
    dataSource,
    somebodyWaits: () => somebodyWaits(dataSource),
    look: <Value>({ actor }: Caller, query: (sql: Sql) => Promise<Value>) => plain(actor, query),
    ...byHearsay(transact),
    /** What was announced of a request, in order. */
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

/** What other services announced. */
const byHearsay = (transact: Transact) => ({
  employ: ({ admin, staff }: ReturnType<typeof aCompany>) =>
    transact(admin.actor, async ({ db }) => {
      for (const each of staff) await upsertEmployee(sqlOf(db), { ...each, active: true, roles: [], version: 1 });
      return { ok: true, value: null } as const;
    }),
  hear: ({ actor }: Caller, id: Id<'Customer'>, version: number, news: CustomerNews) =>
    transact(actor, async (work) => {
      await followCustomer(work, { id, version }, news);
      return { ok: true, value: null } as const;
    }),
});

/** What most specs do first, and look at afterwards. */
const inFewWords = (requests: ReturnType<typeof serviceRequestsFeature>) => ({
  takenIn: async (caller: Caller, input: NewServiceRequest): Promise<Id<'ServiceRequest'>> => {
    const decision = await requests.create(caller, input);
    if (!decision.ok) throw new Error(`${String(input.subject)} is a good request: ${decision.refusal.kind}`);
    return decision.value;
  },
  /** Subjects in the order of the list, or why there is none. */
  seenBy: async (caller: Caller, request = {}) => {
    const { page } = await requests.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.subject) : page.refusal.kind;
  },
  requestOf: (caller: Caller, id: string) => requests.perRequest(caller).byId.load(id),
});

const told = (sql: Sql, asked: string[]): Sql => ({
  query: (text, values) => {
    asked.push(text);
    return sql.query(text, values);
  },
});
