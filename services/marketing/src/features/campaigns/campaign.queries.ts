import { type Access, type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type ListTerms,
  type Listed,
  type Read,
  allOf,
  fetchList,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import type { Rights } from './campaign-status.rules.ts';
import { GUARDED_CAMPAIGN } from './campaign.guard.ts';
import { SEARCHED_AS } from './campaign.repository.ts';
import type { Campaign } from './campaign.rules.ts';

const COLUMNS = `t.id, t.campaign_no as "campaignNo", t.name, t.type, t.channels, t.goals,
  t.budget_minor::text as "budgetMinor", t.budget_currency as "budgetCurrency", t.starts_on::text as "startsOn",
  t.ends_on::text as "endsOn", t.status, t.owner_id as "ownerId", t.department_id as "departmentId", t.version,
  t.created_at as "createdAt", t.created_by as "createdBy", t.updated_at as "updatedAt", t.updated_by as "updatedBy",
  t.deleted_at as "deletedAt"`;

const among = (column: string) => ({ kind: 'enum', sql: `t.${column}` }) as const;
const id = (column: string) => ({ kind: 'id', sql: `t.${column}` }) as const;
const day = (column: string) => ({ kind: 'date', sql: `t.${column}` }) as const;
const instant = (column: string) => ({ kind: 'timestamptz', sql: `t.${column}` }) as const;

/** What lists of campaigns can be filtered and ordered by: each by an index. */
export const CAMPAIGN_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_CAMPAIGN.from,
  id: 't.id',
  filterFields: {
    id: id('id'),
    campaignNo: { kind: 'text', sql: 't.campaign_no' },
    name: {
      kind: 'text',
      sql: 't.name',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    type: among('type'),
    status: among('status'),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    ownerId: id('owner_id'),
    departmentId: id('department_id'),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CAMPAIGN_NO: { sql: 't.campaign_no', type: 'text', field: 'campaignNo' },
    STARTS_ON: { sql: 't.starts_on', type: 'date', nullable: true, field: 'startsOn' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type CampaignListRequest = ListRequest & { readonly search?: string | null };

/** Which rows there are for this reader, and which fields he may ask by. */
const termsFor = (access: Access, { filter, search }: CampaignListRequest, count: boolean): ListTerms => {
  const asksDeleted = filter?.['isDeleted'] != null;
  return {
    count,
    mayUse: mayAsk(access, 'Campaign'),
    where: (params) => [
      reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_CAMPAIGN, params.values),
      ...(asksDeleted ? [] : ['t.deleted_at is null']),
      ...(search?.trim() ? [foundBy('t.id', [SEARCHED_AS], search, params)] : []),
    ],
  };
};

/** The campaigns the caller sees, a page of them. Deleted ones only when asked for by one who may restore. */
export const listCampaigns =
  (read: Read) =>
  ({ actor, access }: Caller, request: CampaignListRequest, count: boolean): Promise<Listed<Campaign>> =>
    read(actor, (sql) => fetchList(sql, CAMPAIGN_LIST, request, termsFor(access, request, count)));

/** The campaigns with these ids that the caller sees, deleted ones among them: what was read stays readable. */
export const campaignsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Campaign[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_CAMPAIGN, params.values);
      return sql.query(`select ${COLUMNS} from ${GUARDED_CAMPAIGN.from} where ${allOf([wanted, seen])}`, params.values);
    });

/** What the caller's roles let him do to each of these campaigns: one query for all of them. */
export const rightsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly (Rights & { readonly id: string })[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = (['update', 'assign', 'delete', 'restore'] as const).map(
        (action) =>
          `${reachSql(access, action, GUARDED_CAMPAIGN, params.values)} as "may${action.charAt(0).toUpperCase()}${action.slice(1)}"`,
      );
      return sql.query(
        `select t.id, ${may.join(', ')} from ${GUARDED_CAMPAIGN.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
    });
