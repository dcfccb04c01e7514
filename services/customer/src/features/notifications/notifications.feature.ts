import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type MarkParts, markRead } from './mark-read.command.ts';
import { listNotifications, notificationsByIds } from './notification.queries.ts';
import { FORGET_TIMER, type NotifyParts, forgetOld, notify } from './notify.command.ts';

/** An inbox for each employee: filled by what happens anywhere, emptied by time. */
export const notificationsFeature = (parts: NotifyParts & MarkParts & { readonly read: Read }) => {
  const [byIds, list] = [notificationsByIds(parts.read), listNotifications(parts.read)];
  return {
    api: {
      list,
      markRead: markRead(parts),
      unreadCount: async (caller: Caller) =>
        (await list(caller, { first: 0, filter: { isRead: { eq: false } } }, true)).totalCount,
    },
    notify: notify(parts),
    timers: [{ kind: FORGET_TIMER, handle: forgetOld }],
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
    }),
  };
};

type NotificationsFeature = ReturnType<typeof notificationsFeature>;
export type NotificationsApi = NotificationsFeature['api'] & ReturnType<NotificationsFeature['perRequest']>;
