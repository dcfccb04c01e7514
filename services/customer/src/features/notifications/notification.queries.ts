import type { Caller } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  sqlParams,
} from '@crm/persistence';

import { inboxOf } from './notification.guard.ts';
import type { Notification } from './notification.rules.ts';

const COLUMNS = `t.id, t.recipient_id as "recipientId", t.kind, t.subject_id as "subjectId", t.actor_id as "actorId",
  t.created_at as "createdAt", t.read_at as "readAt", t.version`;

const NOTIFICATION_LIST: ListDefinition = {
  columns: COLUMNS,
  from: 'notification t',
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    kind: { kind: 'enum', sql: 't.kind' },
    isRead: { kind: 'boolean', sql: '(t.read_at is not null)' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
  },
  orderFields: { CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' } },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

/** The caller's inbox, a page of it. */
export const listNotifications =
  (read: Read) =>
  ({ actor }: Caller, request: ListRequest, count: boolean): Promise<Listed<Notification>> =>
    read(actor, (sql) =>
      fetchList<Notification>(sql, NOTIFICATION_LIST, request, {
        count,
        mayUse: () => true,
        where: (params) => [inboxOf(actor, params)],
      }),
    );

/** Those of these that are in the caller's inbox. */
export const notificationsByIds =
  (read: Read) =>
  ({ actor }: Caller, ids: readonly string[]): Promise<readonly Notification[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      return sql.query<Notification>(
        `select ${COLUMNS} from notification t where ${allOf([wanted, inboxOf(actor, params)])}`,
        params.values,
      );
    });
