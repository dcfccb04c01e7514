import type { Actor } from '@crm/kernel';
import { allOf, sqlParams } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { NotificationEntity } from './notification.entity.ts';
import { inboxOf } from './notification.guard.ts';
import type { Marking, Notification } from './notification.rules.ts';

/** What a notification that was marked has become. */
export type Marked = Pick<Notification, 'id' | 'recipientId' | 'version'>;

/**
 * A notification's row is its lock and its version: there may be thousands to mark, and a claim for each would be a
 * statement for each. The row stays locked until the facts are written, so their order is that of the versions.
 */
export const notifications = (db: EntityManager) => ({
  add: async (notification: Notification) => {
    await db.getRepository(NotificationEntity).insert({ ...notification });
  },

  /** Marks those of somebody's own that are unread, newest first. Locked in one order, so that two who do so can wait. */
  markRead: (actor: Pick<Actor, 'employee'>, marking: Marking, now: Date): Promise<readonly Marked[]> => {
    const params = sqlParams();
    const meant =
      'these' in marking
        ? `t.id = any(${params.add(marking.these)}::uuid[])`
        : `t.created_at <= ${params.add(marking.until)}::timestamptz`;
    return db.query<readonly Marked[]>(
      `with unread as (
         select t.id from notification t
          where ${allOf([inboxOf(actor, params), 't.read_at is null', meant])} order by t.id for update),
       marked as (
         update notification n set read_at = ${params.add(now)}, version = version + 1 from unread
          where n.id = unread.id returning n.id, n.recipient_id, n.version)
       select id, recipient_id as "recipientId", version from marked order by id desc`,
      params.values,
    );
  },

  /** An employee's, created before a time. */
  forget: async (recipientId: string, before: Date) => {
    await db.query(`delete from notification where recipient_id = $1 and created_at < $2`, [recipientId, before]);
  },
});
