import { type Caller, type Guarded, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  sqlParams,
} from '@crm/persistence';

import { CONFIRMATION_COLUMNS, ERASURE_COLUMNS } from './erasure.repository.ts';
import type { Confirmation, Erasure } from './erasure.rules.ts';

/** That a person was erased is seen by who sees the contact that is left. */
const GUARDED: Guarded = {
  type: 'Contact',
  from: 'personal_data_erasure t join contact c on c.id = t.contact_id',
  id: 't.id',
  columns: { record: 'c.customer_id', owner: 'c.owner_id', department: 'c.department_id', customer: 'c.customer_id' },
  sharedAs: 'Customer',
};

const ERASURE_LIST: ListDefinition = {
  columns: ERASURE_COLUMNS,
  from: GUARDED.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    contactId: { kind: 'id', sql: 't.contact_id' },
    status: { kind: 'enum', sql: `(case when t.completed_at is null then 'REQUESTED' else 'COMPLETED' end)` },
    requestedAt: { kind: 'timestamptz', sql: 't.requested_at' },
  },
  orderFields: { REQUESTED_AT: { sql: 't.requested_at', type: 'timestamptz', field: 'requestedAt' } },
  defaultOrder: [{ field: 'REQUESTED_AT', direction: 'DESC' }],
};

/** Erasures of contacts the caller sees, a page of them. */
export const listErasures =
  (read: Read) =>
  ({ actor, access }: Caller, request: ListRequest, count: boolean): Promise<Listed<Erasure>> =>
    read(actor, (sql) =>
      fetchList<Erasure>(sql, ERASURE_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Contact'),
        where: (params) => [reachSql(access, 'read', GUARDED, params.values)],
      }),
    );

const seenBy =
  (column: 't.id' | 't.contact_id') =>
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Erasure[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `${column} = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED, params.values);
      return sql.query(`select ${ERASURE_COLUMNS} from ${GUARDED.from} where ${allOf([wanted, seen])}`, params.values);
    });

export const erasuresByIds = seenBy('t.id');
export const erasuresOfContacts = seenBy('t.contact_id');

export type ConfirmationRow = Confirmation & { readonly erasureId: string };

/** What the services said of several erasures, in one query. Who may see it was decided with the erasures. */
export const confirmationsOf =
  (read: Read) =>
  ({ actor }: Caller, ids: readonly string[]): Promise<readonly ConfirmationRow[]> =>
    read(actor, (sql) =>
      sql.query(
        `select erasure_id as "erasureId", ${CONFIRMATION_COLUMNS}
           from personal_data_confirmation where erasure_id = any($1::uuid[]) order by erasure_id, service`,
        [ids],
      ),
    );
