import type { Subscription } from '@crm/messaging';
import { shareSubscriptions } from '@crm/runtime';

import { onCustomerState } from './features/known-customers/customer-state.handler.ts';

/** Topic → handler: the inbound contract at a glance. Who works here and what roles mean comes with every service. */
export const subscriptions: readonly Subscription[] = [onCustomerState, ...shareSubscriptions];
