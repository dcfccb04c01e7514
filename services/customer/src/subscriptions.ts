import type { Subscription } from '@crm/messaging';

/** Topic → handler: the inbound contract at a glance. This service needs nothing from others yet. */
export const subscriptions: readonly Subscription[] = [];
