import { type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  type Sql,
  allOf,
  fetchList,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import { GUARDED_CUSTOMER } from './customer.guard.ts';
import { REACHED_AS, SEARCHED_AS } from './customer.repository.ts';
import type { Customer } from './customer.rules.ts';

const COLUMNS = `t.id, t.customer_no as "customerNo", t.kind, t.name, t.short_name as "shortName",
  t.family_name as "familyName", t.given_name as "givenName", t.gender, t.birthday::text, t.marital_status as "maritalStatus",
  t.industry, t.registration_no as "registrationNo", t.country, t.province, t.city, t.size, t.organization_type as "organizationType", t.website,
  t.parent_id as "parentId", t.lifecycle, t.lifecycle_pin_reason as "lifecyclePinReason", t.grade, t.source,
  t.owner_id as "ownerId", t.department_id as "departmentId", t.version, t.created_at as "createdAt",
  t.created_by as "createdBy", t.updated_at as "updatedAt", t.updated_by as "updatedBy", t.deleted_at as "deletedAt",
  t.deleted_because as "deletedBecause", t.erased_at as "erasedAt"`;

const text = (sql: string) => ({ kind: 'text', sql }) as const;

/** What lists of customers can be filtered and ordered by: each by an index. */
export const CUSTOMER_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_CUSTOMER.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    kind: { kind: 'enum', sql: 't.kind' },
    customerNo: text('t.customer_no'),
    name: {
      ...text('t.name'),
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    industry: text('t.industry'),
    country: text('t.country'),
    province: text('t.province'),
    city: text('t.city'),
    lifecycle: { kind: 'enum', sql: 't.lifecycle' },
    organizationType: { kind: 'enum', sql: 't.organization_type' },
    grade: text('t.grade'),
    source: text('t.source'),
    registrationNo: text('t.registration_no'),
    ownerId: { kind: 'id', sql: 't.owner_id' },
    departmentId: { kind: 'id', sql: 't.department_id' },
    parentId: { kind: 'id', sql: 't.parent_id' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
    updatedAt: { kind: 'timestamptz', sql: 't.updated_at' },
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CUSTOMER_NO: { sql: 't.customer_no', type: 'text', field: 'customerNo' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
    GRADE: { sql: 't.grade', type: 'text', nullable: true, field: 'grade' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type CustomerListRequest = ListRequest & { readonly search?: string | null };

/** The customers the caller sees, a page of them. Deleted ones only when asked for by one who may restore. */
export const listCustomers =
  (read: Read) =>
  ({ actor, access }: Caller, request: CustomerListRequest, count: boolean): Promise<Listed<Customer>> =>
    read(actor, async (sql) => {
      const asksDeleted = request.filter?.isDeleted != null;
      const kinds = access.queryable('Customer', 'contactPoints') ? [SEARCHED_AS, REACHED_AS] : [SEARCHED_AS];
      return fetchList<Customer>(sql, CUSTOMER_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Customer'),
        where: (params) => [
          reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_CUSTOMER, params.values),
          // Who was erased cannot be restored: the bin does not offer him.
          asksDeleted ? 't.erased_at is null' : 't.deleted_at is null',
          ...(request.search?.trim() ? [foundBy('t.id', kinds, request.search, params)] : []),
        ],
      });
    });

/** The customers with these ids that the caller sees, deleted ones among them: what was read stays readable. */
export const customersByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Customer[]> =>
    read(actor, (sql) => findCustomers(sql, access, ids));

const findCustomers = (sql: Sql, access: Caller['access'], ids: readonly string[]) => {
  const params = sqlParams();
  const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
  const seen = reachSql(access, 'read', GUARDED_CUSTOMER, params.values);
  return sql.query<Customer>(
    `select ${COLUMNS} from ${GUARDED_CUSTOMER.from} where ${allOf([wanted, seen])}`,
    params.values,
  );
};

export type CustomerAction = 'UPDATE' | 'ASSIGN' | 'SHARE' | 'DELETE' | 'RESTORE';
const ACTIONS = { UPDATE: 'update', ASSIGN: 'assign', SHARE: 'share', DELETE: 'delete', RESTORE: 'restore' } as const;

/** What the caller may do now to each of these customers: one query for all of them. */
export const customerActions =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly { id: string; actions: CustomerAction[] }[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = Object.entries(ACTIONS).map(([name, action]) => {
        const state = name === 'RESTORE' ? 't.deleted_at is not null and t.erased_at is null' : 't.deleted_at is null';
        return `case when ${state} and ${reachSql(access, action, GUARDED_CUSTOMER, params.values)} then '${name}' end`;
      });
      return sql.query(
        `select t.id, array_remove(array[${may.join(', ')}]::text[], null) as actions
           from ${GUARDED_CUSTOMER.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
    });
