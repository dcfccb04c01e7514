import { type Delivered, customerStateV1 } from '@crm/contracts';
import type { Subscription } from '@crm/messaging';

import { followCustomer } from './follow-customer.command.ts';

/** Keeps our copy of who looks after each customer. */
export const onCustomerState: Subscription = {
  to: customerStateV1,
  kind: 'projection',
  handle: ({ aggregate, data }: Delivered<typeof customerStateV1>, view) => followCustomer(view, aggregate, data),
};
