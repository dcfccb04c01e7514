import { z } from 'zod';

import { type DataOf, contract } from '../contract.ts';
import { id } from './values.ts';

/** Something was put into an employee’s inbox: what about, which record, and who did it. */
export const notificationCreatedV1 = contract({
  type: 'customer.notification-created.v1',
  topic: 'crm.customer.notification.fact.v1',
  aggregate: 'notification',
  description: 'Something was put into an employee’s inbox: what about, which record, and who did it.',
  owner: 'customer',
  pii: 'none',
  data: z.object({
    recipientId: id,
    kind: z
      .enum([
        'LEAD_ASSIGNED',
        'SERVICE_REQUEST_ASSIGNED',
        'CUSTOMER_ASSIGNED',
        'CONTRACT_ASSIGNED',
        'CAMPAIGN_ASSIGNED',
        'RECORD_SHARED',
        'PERSONAL_DATA_ERASED',
      ])
      .meta({ 'x-grows': true }),
    /** The id says of which type the record is. */
    subjectId: id,
    /** Null: no employee did it. */
    actorId: id.nullable(),
  }),
  example: {
    recipientId: '0199a3c0-7e1f-7103-8a2b-3f9d5e6a7b8c',
    kind: 'LEAD_ASSIGNED',
    subjectId: '0199a3c0-7e1f-7201-8a2b-3f9d5e6a7b8c',
    actorId: null,
  },
});

export type NotificationCreated = DataOf<typeof notificationCreatedV1>;
