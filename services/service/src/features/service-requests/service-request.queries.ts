import { type Access, type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type ListTerms,
  type Listed,
  type Read,
  allOf,
  fetchList,
  fetchListsOf,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import type { Rights } from './request-actions.rules.ts';
import { GUARDED_REQUEST } from './service-request.guard.ts';
import { SEARCHED_AS, TOLD_AS } from './service-request.repository.ts';
import type { ServiceRequest } from './service-request.rules.ts';

const COLUMNS = `t.id, t.request_no as "requestNo", t.customer_id as "customerId", t.subject, t.description, t.kind,
  t.channel, t.impact, t.urgency, t.priority, t.status, t.assignee_id as "assigneeId", t.owner_id as "ownerId",
  t.department_id as "departmentId", t.solution, t.cause, t.moved_because as "movedBecause", t.resolved_at as "resolvedAt", t.closed_at as "closedAt",
  t.version, t.created_at as "createdAt", t.created_by as "createdBy", t.updated_at as "updatedAt",
  t.updated_by as "updatedBy", t.deleted_at as "deletedAt"`;

/** As an index has it: the order of priorities is not that of their names. */
const RANK = `(case t.priority when 'URGENT' then 4 when 'HIGH' then 3 when 'NORMAL' then 2 else 1 end)`;

const among = (column: string) => ({ kind: 'enum', sql: `t.${column}` }) as const;
const id = (column: string) => ({ kind: 'id', sql: `t.${column}` }) as const;
const instant = (column: string) => ({ kind: 'timestamptz', sql: `t.${column}` }) as const;

/** What lists of requests can be filtered and ordered by: each by an index. */
export const REQUEST_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_REQUEST.from,
  id: 't.id',
  filterFields: {
    id: id('id'),
    requestNo: { kind: 'text', sql: 't.request_no' },
    customerId: id('customer_id'),
    subject: {
      kind: 'text',
      sql: 't.subject',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    kind: among('kind'),
    channel: among('channel'),
    impact: among('impact'),
    urgency: among('urgency'),
    priority: among('priority'),
    status: among('status'),
    assigneeId: id('assignee_id'),
    ownerId: id('owner_id'),
    departmentId: id('department_id'),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
    resolvedAt: instant('resolved_at'),
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    REQUEST_NO: { sql: 't.request_no', type: 'text', field: 'requestNo' },
    PRIORITY: { sql: RANK, type: 'integer', field: 'priority' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type RequestListRequest = ListRequest & { readonly search?: string | null };

/** Which rows there are for this reader, and which fields he may ask by. */
const termsFor = (access: Access, { filter, search }: RequestListRequest, count: boolean): ListTerms => {
  const asksDeleted = filter?.['isDeleted'] != null;
  const kinds = access.queryable('ServiceRequest', 'description') ? [SEARCHED_AS, TOLD_AS] : [SEARCHED_AS];
  return {
    count,
    mayUse: mayAsk(access, 'ServiceRequest'),
    where: (params) => [
      reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_REQUEST, params.values),
      ...(asksDeleted ? [] : ['t.deleted_at is null']),
      ...(search?.trim() ? [foundBy('t.id', kinds, search, params)] : []),
    ],
  };
};

/** The requests the caller sees, a page of them. Deleted ones only when asked for by one who may restore. */
export const listRequests =
  (read: Read) =>
  ({ actor, access }: Caller, request: RequestListRequest, count: boolean): Promise<Listed<ServiceRequest>> =>
    read(actor, (sql) => fetchList(sql, REQUEST_LIST, request, termsFor(access, request, count)));

/** The requests of several customers, a page of each, in one query for all of them. */
export const requestsOfCustomers =
  (read: Read) =>
  ({ actor, access }: Caller, customerIds: readonly string[], request: RequestListRequest, count: boolean) =>
    read(actor, (sql) => {
      const terms = termsFor(access, request, count);
      return fetchListsOf<ServiceRequest>(sql, REQUEST_LIST, 't.customer_id', customerIds, request, terms);
    });

/** The requests with these ids that the caller sees, deleted ones among them: what was read stays readable. */
export const requestsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly ServiceRequest[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_REQUEST, params.values);
      return sql.query(`select ${COLUMNS} from ${GUARDED_REQUEST.from} where ${allOf([wanted, seen])}`, params.values);
    });

/** What the caller's roles let him do to each of these requests: one query for all of them. */
export const rightsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly (Rights & { readonly id: string })[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = (['update', 'assign', 'delete', 'restore'] as const).map(
        (action) =>
          `${reachSql(access, action, GUARDED_REQUEST, params.values)} as "may${action.charAt(0).toUpperCase()}${action.slice(1)}"`,
      );
      return sql.query(
        `select t.id, ${may.join(', ')} from ${GUARDED_REQUEST.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
    });
