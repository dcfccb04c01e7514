import { EntitySchema } from 'typeorm';

import type { Notification } from './notification.rules.ts';

type NotificationRow = { -readonly [Field in keyof Notification]: Notification[Field] };

export const NotificationEntity = new EntitySchema<NotificationRow>({
  name: 'Notification',
  tableName: 'notification',
  columns: {
    id: { type: 'uuid', primary: true },
    recipientId: { type: 'uuid', name: 'recipient_id' },
    kind: { type: 'text' },
    subjectId: { type: 'uuid', name: 'subject_id' },
    actorId: { type: 'uuid', name: 'actor_id', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    readAt: { type: 'timestamptz', name: 'read_at', nullable: true },
    version: { type: 'integer' },
  },
});
