import { type Action, type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import { type LeadMove, type LeadStatus, movesOf } from './lead-status.rules.ts';
import { GUARDED_LEAD } from './lead.guard.ts';
import { REACHED_AS, SEARCHED_AS } from './lead.repository.ts';
import type { Lead } from './lead.rules.ts';

const COLUMNS = `t.id, t.lead_no as "leadNo", t.name, t.company, t.title, t.phone, t.email, t.country, t.region,
  t.industry, t.source, t.status, t.disqualified_because as "disqualifiedBecause",
  t.first_contact_at as "firstContactAt", t.last_contact_at as "lastContactAt", t.owner_id as "ownerId",
  t.department_id as "departmentId", t.version, t.created_at as "createdAt", t.created_by as "createdBy",
  t.updated_at as "updatedAt", t.updated_by as "updatedBy", t.deleted_at as "deletedAt"`;

const text = (sql: string) => ({ kind: 'text', sql }) as const;

/** What lists of leads can be filtered and ordered by: each by an index. */
export const LEAD_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_LEAD.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    leadNo: text('t.lead_no'),
    name: {
      ...text('t.name'),
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    company: text('t.company'),
    phone: text('t.phone'),
    email: text('t.email'),
    country: text('t.country'),
    region: text('t.region'),
    industry: text('t.industry'),
    source: text('t.source'),
    status: { kind: 'enum', sql: 't.status' },
    ownerId: { kind: 'id', sql: 't.owner_id' },
    departmentId: { kind: 'id', sql: 't.department_id' },
    lastContactAt: { kind: 'timestamptz', sql: 't.last_contact_at' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
    updatedAt: { kind: 'timestamptz', sql: 't.updated_at' },
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    COMPANY: { sql: 't.company', type: 'text', nullable: true, field: 'company' },
    LEAD_NO: { sql: 't.lead_no', type: 'text', field: 'leadNo' },
    LAST_CONTACT_AT: { sql: 't.last_contact_at', type: 'timestamptz', nullable: true, field: 'lastContactAt' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type LeadListRequest = ListRequest & { readonly search?: string | null };

/** The leads the caller sees, a page of them. Deleted ones only when asked for by one who may restore. */
export const listLeads =
  (read: Read) =>
  ({ actor, access }: Caller, request: LeadListRequest, count: boolean): Promise<Listed<Lead>> =>
    read(actor, (sql) => {
      const asksDeleted = request.filter?.isDeleted != null;
      const reachesAll = access.queryable('Lead', 'phone') && access.queryable('Lead', 'email');
      const kinds = reachesAll ? [SEARCHED_AS, REACHED_AS] : [SEARCHED_AS];
      return fetchList<Lead>(sql, LEAD_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Lead'),
        where: (params) => [
          reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_LEAD, params.values),
          ...(asksDeleted ? [] : ['t.deleted_at is null']),
          ...(request.search?.trim() ? [foundBy('t.id', kinds, request.search, params)] : []),
        ],
      });
    });

/** The leads with these ids that the caller sees, deleted ones among them: what was read stays readable. */
export const leadsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Lead[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_LEAD, params.values);
      return sql.query(`select ${COLUMNS} from ${GUARDED_LEAD.from} where ${allOf([wanted, seen])}`, params.values);
    });

export type LeadAction = LeadMove | 'UPDATE' | 'DELETE' | 'RESTORE';
/** The permission behind each action. */
const PERMISSIONS = {
  UPDATE: 'update',
  ASSIGN: 'assign',
  RECORD_CONTACT: 'update',
  NURTURE: 'update',
  QUALIFY: 'update',
  DISQUALIFY: 'update',
  REOPEN: 'update',
  DELETE: 'delete',
  RESTORE: 'restore',
} as const satisfies Record<LeadAction, Action>;

// The keys of a constant of exactly this type.
const ACTIONS = Object.keys(PERMISSIONS) as readonly LeadAction[];

type Standing = {
  readonly id: string;
  readonly status: LeadStatus;
  readonly isDeleted: boolean;
  /** What the caller may do to it, whatever its state. */
  readonly may: readonly LeadAction[];
};

/** What the caller may do now to each of these leads: one query for all of them. */
export const leadActions =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly { id: string; actions: LeadAction[] }[]> =>
    read(actor, async (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = ACTIONS.map(
        (name) => `case when ${reachSql(access, PERMISSIONS[name], GUARDED_LEAD, params.values)} then '${name}' end`,
      );
      const found = await sql.query<Standing>(
        `select t.id, t.status, t.deleted_at is not null as "isDeleted",
                array_remove(array[${may.join(', ')}]::text[], null) as may
           from ${GUARDED_LEAD.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
      return found.map((lead) => ({ id: lead.id, actions: lead.may.filter((each) => possibleIn(lead).has(each)) }));
    });

const possibleIn = ({ status, isDeleted }: Standing): ReadonlySet<LeadAction> =>
  new Set<LeadAction>(isDeleted ? ['RESTORE'] : ['UPDATE', 'DELETE', ...movesOf({ status })]);
