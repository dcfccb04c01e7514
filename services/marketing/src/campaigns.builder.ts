import { type Caller, type DirectoryRows, accessFor, buildDirectory, upsertEmployee } from '@crm/access';
import { type Actor, type Id, clockAt, newId } from '@crm/kernel';
import { type Read, type Sql, type Transact, migrate, openDatabase, readOn, sqlOf, transactOn } from '@crm/persistence';
import { migrationsOf } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { campaignsFeature } from './features/campaigns/campaigns.feature.ts';
import type { NewCampaign } from './features/campaigns/create-campaign.command.ts';
import { marketingService } from './service.ts';

const WORK = ['create', 'read', 'update', 'assign', 'delete', 'restore'] as const;
/** In this company planners see their own campaigns, and heads those of their department and below. */
const OWN_ROLES = (['OWN', 'SUBTREE'] as const).map((scope) => ({
  key: scope === 'OWN' ? 'PLANNER' : 'HEAD',
  permissions: Object.fromEntries(WORK.map((action) => [`Campaign.${action}`, scope])),
  fields: {},
}));
const NO_MONEY = {
  key: 'NO_MONEY',
  permissions: { 'Campaign.read': 'ALL', 'Campaign.update': 'ALL' },
  fields: { 'Campaign.budget': 'HIDDEN' },
};

/** A company: Li plans in the east, Wang in the west. */
export const aCompany = () => {
  const [root, east, west] = [newId('Department'), newId('Department'), newId('Department')];
  const [li, wang] = [newId('Employee'), newId('Employee')];
  const directory: DirectoryRows = {
    departments: [
      { id: root, parentId: null },
      { id: east, parentId: root },
      { id: west, parentId: root },
    ],
    employees: [],
    roles: [...OWN_ROLES, NO_MONEY],
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
    li: employee(li, east, 'PLANNER'),
    wang: employee(wang, west, 'PLANNER'),
    headOfEast: employee(newId('Employee'), east, 'HEAD'),
    moneyless: caller({ roles: ['NO_MONEY'] }),
    rep: employee(newId('Employee'), east, 'SALES_REP'),
    admin: caller({ roles: ['ADMIN'] }),
    /** What the directory's events told of these employees. */
    staff: [
      { id: li, departmentId: east },
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
export const startCampaigns = async () => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf(marketingService)) });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: marketingService.entities,
    applicationName: 'campaigns',
  });
  const asked: string[] = [];
  const plain = readOn(dataSource);
  const read: Read = (actor, look) => plain(actor, (sql) => look(told(sql, asked)));
  const transact = transactOn(dataSource);
  const campaigns = campaignsFeature({ transact, read, clock: clockAt('2026-11-22T09:00:00Z') });
  return {
    campaigns,
    ...inFewWords(campaigns),
    asked,
    dataSource,
    look: <Value>({ actor }: Caller, query: (sql: Sql) => Promise<Value>) => plain(actor, query),
    employ: employ(transact),
    /** What was announced of a campaign, in order. */
    announced: ({ actor }: Caller, id: string) =>
      plain(actor, (sql) =>
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

/** What the directory's events bring about. */
const employ =
  (transact: Transact) =>
  ({ admin, staff }: ReturnType<typeof aCompany>) =>
    transact(admin.actor, async ({ db }) => {
      for (const each of staff) await upsertEmployee(sqlOf(db), { ...each, active: true, roles: [], version: 1 });
      return { ok: true, value: null } as const;
    });

/** What most specs do first, and look at afterwards. */
const inFewWords = (campaigns: ReturnType<typeof campaignsFeature>) => ({
  planned: async (caller: Caller, input: NewCampaign): Promise<Id<'Campaign'>> => {
    const decision = await campaigns.create(caller, input);
    if (!decision.ok) throw new Error(`${String(input.name)} is a good campaign: ${decision.refusal.kind}`);
    return decision.value;
  },
  /** Names in the order of the list, or why there is none. */
  seenBy: async (caller: Caller, request = {}) => {
    const { page } = await campaigns.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.name) : page.refusal.kind;
  },
  campaignOf: (caller: Caller, id: string) => campaigns.perRequest(caller).byId.load(id),
});

const told = (sql: Sql, asked: string[]): Sql => ({
  query: (text, values) => {
    asked.push(text);
    return sql.query(text, values);
  },
});
