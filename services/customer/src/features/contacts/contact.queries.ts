import { type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  fetchListsOf,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import { GUARDED_CONTACT } from './contact.guard.ts';
import { REACHED_AS, SEARCHED_AS } from './contact.repository.ts';
import type { Contact } from './contact.rules.ts';

const COLUMNS = `t.id, t.customer_id as "customerId", t.is_person_of_customer as "isPersonOfCustomer", t.name, t.title,
  t.department, t.buying_role as "buyingRole", t.influence, t.attitude, t.reports_to_id as "reportsToId",
  t.owner_id as "ownerId", t.department_id as "departmentId", t.version, t.created_at as "createdAt",
  t.created_by as "createdBy", t.updated_at as "updatedAt", t.updated_by as "updatedBy", t.deleted_at as "deletedAt",
  t.erased_at as "erasedAt"`;

/** What lists of contacts can be filtered and ordered by: each by an index. */
export const CONTACT_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_CONTACT.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    customerId: { kind: 'id', sql: 't.customer_id' },
    name: {
      kind: 'text',
      sql: 't.name',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    buyingRole: { kind: 'enum', sql: 't.buying_role' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
    updatedAt: { kind: 'timestamptz', sql: 't.updated_at' },
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type ContactListRequest = ListRequest & { readonly search?: string | null };

/** Contacts of the customers the caller sees, a page of them. */
export const listContacts =
  (read: Read) =>
  ({ actor, access }: Caller, request: ContactListRequest, count: boolean): Promise<Listed<Contact>> =>
    read(actor, async (sql) => {
      const asksDeleted = request.filter?.isDeleted != null;
      const kinds = access.queryable('Contact', 'contactPoints') ? [SEARCHED_AS, REACHED_AS] : [SEARCHED_AS];
      return fetchList<Contact>(sql, CONTACT_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Contact'),
        where: (params) => [
          reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_CONTACT, params.values),
          // Who was erased cannot be restored: the bin does not offer him.
          asksDeleted ? 't.erased_at is null' : 't.deleted_at is null',
          ...(request.search?.trim() ? [foundBy('t.id', kinds, request.search, params)] : []),
        ],
      });
    });

/**
 * The contacts of several customers, a page of each, in one query for all that are asked in the same way: a list of
 * customers with their contacts costs two queries, not twenty-one.
 */
export const contactsOfCustomers =
  (read: Read) =>
  (
    { actor, access }: Caller,
    customerIds: readonly string[],
    request: ListRequest,
    count: boolean,
  ): Promise<ReadonlyMap<string, Listed<Contact>>> =>
    read(actor, (sql) =>
      fetchListsOf<Contact>(sql, CONTACT_LIST, 't.customer_id', customerIds, byName(request), {
        count,
        mayUse: mayAsk(access, 'Contact'),
        where: (params) => [reachSql(access, 'read', GUARDED_CONTACT, params.values), 't.deleted_at is null'],
      }),
    );

const byName = (request: ListRequest): ListRequest =>
  request.orderBy?.length ? request : { ...request, orderBy: [{ field: 'NAME', direction: 'ASC' }] };

export const contactsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Contact[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_CONTACT, params.values);
      return sql.query(`select ${COLUMNS} from ${GUARDED_CONTACT.from} where ${allOf([wanted, seen])}`, params.values);
    });
