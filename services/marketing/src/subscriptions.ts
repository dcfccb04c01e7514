import type { Subscription } from '@crm/messaging';

/** Topic → handler: the inbound contract at a glance. Who works here and what roles mean comes with every service. */
export const subscriptions: readonly Subscription[] = [];
