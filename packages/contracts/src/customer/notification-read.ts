import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** An employee has read a notification in his inbox. */
export const notificationReadV1 = contract({
  type: 'customer.notification-read.v1',
  topic: 'crm.customer.notification.fact.v1',
  aggregate: 'notification',
  description: 'An employee has read a notification in his inbox.',
  owner: 'customer',
  pii: 'none',
  data: z.object({ recipientId: id }),
  example: { recipientId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c' },
});

export type NotificationRead = DataOf<typeof notificationReadV1>;
