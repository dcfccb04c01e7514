import { type AggregateAt, fact, notificationCreatedV1, notificationReadV1 } from '@crm/contracts';

import type { Notification } from './notification.rules.ts';

const at = ({ id, version }: Pick<Notification, 'id' | 'version'>): AggregateAt => ({
  type: 'notification',
  id,
  version,
});

export const notificationCreated = (notification: Notification) => {
  const { recipientId, kind, subjectId, actorId, createdAt } = notification;
  return fact(notificationCreatedV1, at(notification), createdAt, { recipientId, kind, subjectId, actorId });
};

export const notificationRead = (notification: Pick<Notification, 'id' | 'recipientId' | 'version'>, when: Date) =>
  fact(notificationReadV1, at(notification), when, { recipientId: notification.recipientId });
